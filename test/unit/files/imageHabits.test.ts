import { checkImage } from '../../../linkedin/files/image';
import { fixture, jpegWithSize, pngHeader } from '../../fixtures/make';
import { problemOf } from './support';

const check = (bytes: Buffer) => checkImage(bytes, { name: 'photo' });
const refusalOf = async (bytes: Buffer) => (await problemOf(() => check(bytes))).message;

const photo = fixture('thumbnail.jpg');
const picture = fixture('picture.png');

/** Something between the start of a photo and its first segment. */
const before = (...parts: Buffer[]) =>
	Buffer.concat([photo.subarray(0, 2), ...parts, photo.subarray(2)]);
const hex = (text: string) => Buffer.from(text, 'hex');
/** A segment of an application, as large as segments get. */
const app = (marker: number, fill = 0) => {
	const segment = Buffer.alloc(65_537, fill);
	segment.set([0xff, marker, 0xff, 0xff]);
	return segment;
};

describe('JPEG as cameras and editors write it', () => {
	const { length } = photo;
	/** Where the scan begins. */
	const scan = photo.indexOf(hex('ffda'));
	test.each([
		['a fill byte before a marker (T.81, B.1.1.2)', before(hex('ff'))],
		['many of them', before(Buffer.alloc(5000, 0xff))],
		[
			'fill bytes before the scan',
			Buffer.concat([photo.subarray(0, scan), hex('ffff'), photo.subarray(scan)]),
		],
		['junk behind a segment', before(app(0xe1), hex('00'), Buffer.from('junk'))],
		['junk that looks like data', before(app(0xe1), hex('ff00ff00'))],
		['a segment of impossible length', before(hex('ffe10000'))],
		['the marker for private use', before(hex('ff01'))],
		['a comment', before(hex('fffe000568656c'))],
		['over 8 MiB of application segments', before(...Array.from({ length: 140 }, () => app(0xe2)))],
		['segments full of what looks like frame headers', before(app(0xe1, 0xff), app(0xe1, 0xc0))],
		['bytes behind its end', Buffer.concat([photo, Buffer.alloc(100_000)])],
		['another picture behind its end', Buffer.concat([photo, jpegWithSize(1, 1)])],
	])('%s', async (_, bytes) => {
		expect(await check(bytes)).toEqual({
			facts: { type: 'jpeg', width: 1280, height: 720 },
			warnings: [],
		});
	});

	test('the case: a fill byte before a marker', async () => {
		const { facts } = await check(fixture('odd/jpeg-ff-fill-byte-before-marker.jpg'));
		expect(facts.type).toBe('jpeg');
	});

	test.each([
		['its scan, in the middle', Math.round(length / 2)],
		['its scan, at the last byte', length - 1],
		['its scan, at once', scan + 20],
		['the header of its scan', scan + 3],
		['front of its scan', scan],
	])('cut off in %s', async (_, end) => {
		expect(await refusalOf(photo.subarray(0, end))).toMatch(
			/^The image "photo" is damaged or cut off: it ends (before|in the middle of) its image data$/,
		);
	});

	test('a damaged file is not offered to be sent as it is', async () => {
		const { description } = await problemOf(() => check(photo.subarray(0, length / 2)));
		expect(description).toBe('Download or export the image again.');
	});
});

describe('PNG', () => {
	test.each([
		['its header', 33, 'before its image data'],
		['the header of its image data', 40, 'before its image data'],
		['its image data', Math.round(picture.length / 2), 'in the middle of its image data'],
		['its last byte of picture', picture.length - 13, 'in the middle of its image data'],
	])('cut off behind %s', async (_, end, where) => {
		expect(await refusalOf(picture.subarray(0, end))).toContain(`cut off: it ends ${where}`);
	});

	test('only its end missing: viewers show it', async () => {
		expect(await check(picture.subarray(0, -12))).toEqual({
			facts: { type: 'png', width: 640, height: 360 },
			warnings: ['The image "photo" may be cut off: its end is missing.'],
		});
	});

	test('chunks that nobody knows, and bytes behind the end', async () => {
		const chunk = Buffer.concat([hex('00000002'), Buffer.from('quXx'), hex('abcd01020304')]);
		const bytes = pngHeader(7, 5);
		const odd = Buffer.concat([bytes.subarray(0, 33), chunk, bytes.subarray(33), chunk]);
		expect((await check(odd)).facts).toEqual({ type: 'png', width: 7, height: 5 });
	});
});
