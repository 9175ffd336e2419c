import fc from 'fast-check';

import { checkImage } from '../../../linkedin/files/image';
import { fixture, gifWithFrames, jpegWithSize, pngHeader } from '../../fixtures/make';
import { mutated } from '../mutations';
import { filled, latin1, type FuzzTarget } from '../target';

const hex = (text: string) => Buffer.from(text, 'hex');
const PNG = pngHeader(5, 5).subarray(0, 33);
const GIF = latin1('GIF89a\x01\0\x01\0\0\0\0');

export const imageTarget: FuzzTarget = {
	name: 'image',
	read: (bytes, signal) => checkImage(bytes, { name: 'a.jpg', signal }),
	files: fc.oneof(
		mutated([
			jpegWithSize(9, 9),
			pngHeader(9, 9),
			gifWithFrames(3),
			fixture('odd/jpeg-ff-fill-byte-before-marker.jpg'),
			fixture('animation.gif'),
		]),
		fc
			.array(fc.constantFrom('ff', 'd8', 'e1', 'c0', 'da', 'd9', '00', '01', '0002', '0009', '08'))
			.map((parts) => hex(`ffd8ff${parts.join('')}`)),
	),
	killers: (size) => [
		['a JPEG of zeros', filled(hex('ffd8ff'), 0, size)],
		['a JPEG of fill bytes', filled(hex('ffd8'), 0xff, size)],
		['a JPEG of stuffed bytes', filled(hex('ffd8ff00'), hex('ff00'), size)],
		['a JPEG of empty segments', filled(hex('ffd8'), hex('ffe10002'), size)],
		['a JPEG of junk and markers', filled(hex('ffd8ff01'), hex('0001ff02'), size)],
		['a JPEG that nearly ends', filled(hex('ffd8ffc000080800090009ffda0002'), 0xff, size)],
		['a JPEG of halves of its end', filled(hex('ffd8ffc000080800090009ffda0002'), 0xd9, size)],
		['a PNG of empty chunks', filled(PNG, 0, size)],
		['a GIF of terminators', filled(GIF, 0, size)],
		['a GIF of tiny pieces', filled(Buffer.concat([GIF, hex('21ff')]), 1, size)],
		['a GIF of extensions', filled(GIF, hex('21ff00'), size)],
	],
};
