import { deflateSync } from 'node:zlib';

import { checkImage } from '../../../linkedin/files/image';
import { crc32 } from '../../fixtures/crc32';
import { fixture, uint32 } from '../../fixtures/make';

/** What it is, and warnings where there are any. */
async function factsOf(bytes: Buffer): Promise<unknown> {
	const { facts, warnings } = await checkImage(bytes, { name: 'photo' });
	return warnings.length === 0 ? facts : warnings;
}

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');
const latin1 = (text: string) => Buffer.from(text, 'latin1');
const uint16 = (value: number) => uint32(value).subarray(2);

/** A segment of a JPEG. */
const segment = (marker: number, ...data: Buffer[]) => {
	const length = data.reduce((sum, part) => sum + part.length, 2);
	return Buffer.concat([Buffer.from([0xff, marker]), uint16(length), ...data]);
};
const frame = (marker: number, components: number, [width, height]: [number, number]) =>
	segment(
		marker,
		hex('08'),
		uint16(height),
		uint16(width),
		Buffer.from([components]),
		...Array.from({ length: components }, (_, index) => Buffer.from([index + 1, 0x11, 0])),
	);
const SCAN = Buffer.concat([segment(0xda, hex('01 0100 003f00')), hex('a5ff005a')]);
const EOI = hex('ffd9');
const jpeg = (...parts: Buffer[]) => Buffer.concat([hex('ffd8'), ...parts, EOI]);
const TABLE = segment(0xdb, Buffer.alloc(65, 1));
const HUFFMAN = segment(0xc4, Buffer.alloc(20));
const SIZE: [number, number] = [640, 480];

const JFIF = segment(0xe0, latin1('JFIF\0\x01\x01\0\0\x01\0\x01\0\0'));
/** With a whole JPEG as a preview inside: its size is not the picture's. */
const PREVIEW = jpeg(frame(0xc0, 3, [160, 120]), SCAN);
const EXIF = segment(0xe1, latin1('Exif\0\0MM\0*\0\0\0\x08\0\0'), PREVIEW);
const XMP = segment(0xe1, latin1('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta/>'));
const ICC = segment(0xe2, latin1('ICC_PROFILE\0\x01\x01'), Buffer.alloc(3000));
const MPF = segment(0xe2, latin1('MPF\0MM\0*\0\0\0\x08'));
const PHOTOSHOP = segment(0xed, latin1('Photoshop 3.0\x008BIM\x04\x04\0\0'), PREVIEW);
const ADOBE = segment(0xee, latin1('Adobe\0d\0\0\0\0\x02'));

describe('JPEG', () => {
	test.each([
		['as most write it', jpeg(JFIF, TABLE, frame(0xc0, 3, SIZE), HUFFMAN, SCAN)],
		['of a camera, its preview inside', jpeg(EXIF, TABLE, frame(0xc0, 3, SIZE), HUFFMAN, SCAN)],
		['of Lightroom', jpeg(EXIF, PHOTOSHOP, XMP, ICC, ADOBE, TABLE, frame(0xc0, 3, SIZE), SCAN)],
		[
			'progressive, of ten scans',
			jpeg(
				JFIF,
				TABLE,
				frame(0xc2, 3, SIZE),
				...Array.from({ length: 10 }, () => [HUFFMAN, SCAN]).flat(),
			),
		],
		['in CMYK of Adobe', jpeg(ADOBE, TABLE, frame(0xc0, 4, SIZE), SCAN)],
		['grey', jpeg(JFIF, TABLE, frame(0xc0, 1, SIZE), SCAN)],
		['extended, of 12 bits', jpeg(frame(0xc1, 3, SIZE), SCAN)],
		['arithmetic', jpeg(segment(0xcc, hex('0000')), frame(0xc9, 3, SIZE), SCAN)],
		['without loss', jpeg(frame(0xc3, 3, SIZE), SCAN)],
		[
			'with restarts',
			jpeg(segment(0xdd, uint16(4)), frame(0xc0, 3, SIZE), SCAN, hex('ffd0a5ffd15a')),
		],
		[
			'of several pictures (MPO)',
			Buffer.concat([jpeg(EXIF, MPF, frame(0xc0, 3, SIZE), SCAN), PREVIEW]),
		],
		[
			'with a video behind it, as phones have it',
			Buffer.concat([jpeg(EXIF, frame(0xc0, 3, SIZE), SCAN), fixture('short-2s.mp4')]),
		],
		['without its tables, as frames of a video have it', jpeg(frame(0xc0, 3, SIZE), SCAN)],
		[
			'with a comment behind the frame',
			jpeg(frame(0xc0, 3, SIZE), segment(0xfe, latin1('x')), SCAN),
		],
		[
			'of a hierarchy',
			jpeg(segment(0xde, hex('08 01e0 0280 01 011100')), frame(0xc0, 3, SIZE), SCAN),
		],
	])('%s', async (_, bytes) => {
		expect(await factsOf(bytes)).toEqual({ type: 'jpeg', width: 640, height: 480 });
	});

	test('whose lines are counted behind the first scan (T.81, B.2.5)', async () => {
		const bytes = jpeg(frame(0xc0, 3, [640, 0]), SCAN, segment(0xdc, uint16(480)));
		expect(await factsOf(bytes)).toEqual({ type: 'jpeg', width: 640, height: 480 });
	});
});

const chunk = (type: string, ...data: Buffer[]) => {
	const checked = Buffer.concat([latin1(type), ...data]);
	return Buffer.concat([uint32(checked.length - 4), checked, uint32(crc32(checked))]);
};
const header = (depth: number, colour: number, interlaced = 0) =>
	chunk('IHDR', uint32(640), uint32(480), Buffer.from([depth, colour, 0, 0, interlaced]));
const data = deflateSync(Buffer.alloc(640 * 480));
const IDAT = chunk('IDAT', data);
const IEND = chunk('IEND');
const png = (...chunks: Buffer[]) => Buffer.concat([latin1('\x89PNG\r\n\x1a\n'), ...chunks, IEND]);

test.each([
	['as most write it', png(header(8, 6), IDAT)],
	['interlaced', png(header(8, 2, 1), IDAT)],
	['of 16 bits', png(header(16, 6), IDAT)],
	['of one bit', png(header(1, 0), IDAT)],
	[
		'with a palette',
		png(header(8, 3), chunk('PLTE', Buffer.alloc(768)), chunk('tRNS', hex('00')), IDAT),
	],
	[
		'in many pieces',
		png(header(8, 0), ...[...data].map((byte) => chunk('IDAT', Buffer.from([byte])))),
	],
	[
		'animated',
		png(
			header(8, 6),
			chunk('acTL', uint32(2), uint32(0)),
			chunk('fcTL', Buffer.alloc(26)),
			IDAT,
			chunk('fcTL', Buffer.alloc(26)),
			chunk('fdAT', uint32(1), data),
		),
	],
	[
		'of a screenshot, with all that it knows',
		png(
			header(8, 2),
			chunk('iCCP', Buffer.alloc(4000)),
			chunk('eXIf', Buffer.alloc(40)),
			chunk('iDOT', Buffer.alloc(28)),
			IDAT,
			chunk('tEXt', latin1('a\0b')),
			chunk('tIME', Buffer.alloc(7)),
		),
	],
	[
		'with a C2PA manifest of a megabyte',
		png(header(8, 2), chunk('caBX', Buffer.alloc(1_000_000)), IDAT),
	],
])('PNG %s', async (_, bytes) => {
	expect(await factsOf(bytes)).toEqual({ type: 'png', width: 640, height: 480 });
});

const SCREEN = Buffer.concat([hex('8002 e001'), hex('f0 00 00'), hex('000000 ffffff')]);
const PICTURE = hex('2c 00000000 0100 0100 00 02 02 4401 00');
const gif = (version: string, ...blocks: Buffer[]) =>
	Buffer.concat([latin1(version), SCREEN, ...blocks, latin1(';')]);
const LOOP = Buffer.concat([hex('21ff0b'), latin1('NETSCAPE2.0'), hex('03010000 00')]);

test.each([
	['87a', gif('GIF87a', PICTURE), 1],
	['89a with a loop', gif('GIF89a', LOOP, hex('21f904 000a0000 00'), PICTURE, PICTURE), 2],
	[
		'with colours of each picture',
		gif('GIF89a', hex('2c 00000000 0100 0100 c0 000000ffffff 02 02 4401 00')),
		1,
	],
	['interlaced', gif('GIF89a', hex('2c 00000000 0100 0100 40 02 02 4401 00')), 1],
	[
		'with a comment and a text',
		gif(
			'GIF89a',
			hex('21fe 02 6869 00'),
			hex('210112 00'.padEnd(6, '0')).subarray(0, 2),
			hex('0c000000000000000000000000 01 78 00'),
			PICTURE,
		),
		1,
	],
	[
		'with XMP',
		gif(
			'GIF89a',
			hex('21ff0b'),
			latin1('XMP DataXMP'),
			latin1('<?xpacket?>'),
			hex('01'),
			Buffer.from(Array.from({ length: 255 }, (_, index) => 255 - index)),
			hex('0000'),
			PICTURE,
		),
		1,
	],
	[
		'without a table for all',
		Buffer.concat([
			latin1('GIF89a'),
			hex('8002 e001 700000'),
			hex('2c 00000000 0100 0100 80 000000ffffff 02 02 4401 00'),
			latin1(';'),
		]),
		1,
	],
])('GIF %s', async (_, bytes, frames) => {
	expect(await factsOf(bytes)).toEqual({ type: 'gif', width: 640, height: 480, frames });
});
