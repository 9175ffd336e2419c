import { checkVideo } from '../../../linkedin/files/video';
import { box, noise, uint32, uint64 } from '../../fixtures/make';
import { problemOf, rangedFile, sourceOf } from './support';

/** Length and warnings, of a stream and of a file with ranges. */
async function checked(
	bytes: Buffer,
): Promise<{ container?: string; seconds?: number; warnings: string[] }> {
	const results = [await checkVideo(sourceOf(bytes)), await checkVideo(rangedFile(bytes).file)];
	expect(results[0]).toEqual(results[1]);
	const [{ durationMs = 0, facts, warnings } = { warnings: [] }] = results;
	return { container: facts?.container, seconds: durationMs / 1000, warnings: [...warnings] };
}

const says = (words: string): unknown => expect.stringContaining(words);
const latin1 = (text: string) => Buffer.from(text, 'latin1');
const uint16 = (value: number) => uint32(value).subarray(2);
const ftyp = (major: string, ...others: string[]) =>
	box('ftyp', latin1(major), uint32(0), latin1([major, ...others].join('')));
const mvhd = (seconds: number) =>
	box(
		'mvhd',
		uint32(0),
		uint32(0),
		uint32(0),
		uint32(600),
		uint32(seconds * 600),
		Buffer.alloc(80),
	);
const mvhd64 = (seconds: number) =>
	box(
		'mvhd',
		uint32(0x01000000),
		uint64(0),
		uint64(0),
		uint32(90_000),
		uint64(seconds * 90_000),
		Buffer.alloc(80),
	);

function entry(handler: string, code: string): Buffer {
	if (handler !== 'vide') return box(code, Buffer.alloc(16), uint16(2), Buffer.alloc(10));
	return box(code, Buffer.alloc(24), uint16(1920), uint16(1080), Buffer.alloc(50));
}
/** A track of 25 samples in each of ten seconds. */
const track = (id: number, handler: string, code: string, ...more: Buffer[]) =>
	box(
		'trak',
		box('tkhd', uint32(7), uint32(0), uint32(0), uint32(id), Buffer.alloc(68)),
		...more,
		box(
			'mdia',
			box('mdhd', uint32(0), uint32(0), uint32(0), uint32(25), uint32(250), uint32(0)),
			box('hdlr', uint32(0), uint32(0), latin1(handler), Buffer.alloc(12), latin1('x\0')),
			box(
				'minf',
				box(
					'stbl',
					box('stsd', uint32(0), uint32(1), entry(handler, code)),
					box('stsz', uint32(0), uint32(0), uint32(250)),
				),
			),
		),
	);
const PICTURES = track(1, 'vide', 'avc1');
const SOUND = track(2, 'soun', 'mp4a');
const MOOV = box('moov', mvhd(10), PICTURES, SOUND);
const MEDIA = noise(75_000);
const MDAT = box('mdat', MEDIA);
const MDAT64 = Buffer.concat([uint32(1), latin1('mdat'), uint64(MEDIA.length + 16), MEDIA]);
const edits = (...rows: Array<[number, number]>) =>
	box(
		'edts',
		box(
			'elst',
			uint32(0),
			uint32(rows.length),
			...rows.flatMap(([length, start]) => [uint32(length), uint32(start >>> 0), uint32(0x10000)]),
		),
	);
const file = (...boxes: Buffer[]) => Buffer.concat(boxes);
const ISOM = ftyp('isom', 'iso2', 'avc1', 'mp41');

describe('as programs and devices write them', () => {
	test.each([
		['with the header in front', file(ISOM, MOOV, MDAT)],
		['with the header at the end', file(ISOM, MDAT, MOOV)],
		['of ffmpeg, with a placeholder for a large size', file(ISOM, box('free'), MDAT, MOOV)],
		['with 64 bits of size', file(ISOM, MDAT64, MOOV)],
		['with 64 bits of size, header in front', file(ISOM, MOOV, MDAT64)],
		['whose media go on to the end', file(ISOM, MOOV, uint32(0), latin1('mdat'), MEDIA)],
		['with 64 bits of length', file(ISOM, box('moov', mvhd64(10), PICTURES), MDAT)],
		[
			'with edits that cut its start',
			file(ISOM, box('moov', mvhd(10), track(1, 'vide', 'avc1', edits([6000, 1024])), SOUND), MDAT),
		],
		[
			'with an empty edit in front',
			file(
				ISOM,
				box('moov', mvhd(10), track(1, 'vide', 'avc1', edits([300, -1], [5700, 0]))),
				MDAT,
			),
		],
		[
			'with its header boxes in another order',
			file(
				ISOM,
				box(
					'moov',
					box('udta', noise(30)),
					box('iods', Buffer.alloc(13)),
					SOUND,
					PICTURES,
					mvhd(10),
				),
				MDAT,
			),
		],
		[
			'of an action camera, with data of its own',
			file(
				ftyp('mp41'),
				MDAT,
				box(
					'moov',
					mvhd(10),
					box('udta', noise(9000)),
					PICTURES,
					SOUND,
					track(3, 'tmcd', 'tmcd'),
					track(4, 'meta', 'gpmd'),
				),
			),
		],
		[
			'of a drone, with subtitles',
			file(
				ftyp('isom'),
				box('moov', mvhd(10), PICTURES, track(2, 'subt', 'tx3g')),
				box('free', noise(400)),
				MDAT,
			),
		],
		['with two media boxes', file(ISOM, MDAT, MOOV, MDAT)],
		['with an index of segments', file(ISOM, box('sidx', noise(44)), MOOV, MDAT)],
		[
			'with chapters and a cover',
			file(
				ISOM,
				box(
					'moov',
					mvhd(10),
					PICTURES,
					SOUND,
					track(3, 'text', 'text'),
					box('udta', box('meta', noise(2000))),
				),
				MDAT,
			),
		],
		['of Sony', file(ftyp('XAVC', 'mp42', 'iso2'), box('uuid', noise(148)), MOOV, MDAT)],
		['with zero bytes behind it', file(ISOM, MOOV, MDAT, Buffer.alloc(512))],
		['with fewer than a header behind it', file(ISOM, MOOV, MDAT, Buffer.alloc(5))],
		[
			'with protection data of no scheme',
			file(ISOM, box('moov', mvhd(10), PICTURES, SOUND, box('pssh', noise(30))), MDAT),
		],
	])('%s', async (_, bytes) => {
		expect(await checked(bytes)).toEqual({ container: 'MP4', seconds: 10, warnings: [] });
	});

	test.each([
		['3gp4', '3GP', track(1, 'vide', 's263'), track(2, 'soun', 'samr'), 'H.263 and AMR'],
		['3g2a', '3GP', PICTURES, SOUND, undefined],
		['M4V ', 'M4V', PICTURES, track(2, 'soun', 'ac-3'), 'AC-3'],
		['qt  ', 'MOV', track(1, 'vide', 'apch'), track(2, 'soun', 'lpcm'), 'ProRes and PCM'],
	])(
		'%s is %s, with a warning for it and for what it holds',
		async (brand, container, pictures, sound, unusual) => {
			const { warnings, ...facts } = await checked(
				file(ftyp(brand), box('wide'), MDAT, box('moov', mvhd(10), pictures, sound)),
			);
			expect(facts).toEqual({ container, seconds: 10 });
			expect(warnings).toEqual([
				expect.stringContaining('LinkedIn’s documentation lists only MP4'),
				...(unusual === undefined ? [] : [says(`contains ${unusual}, which`)]),
			]);
		},
	);

	test('QuickTime with a packed header: its length is not known', async () => {
		const packed = box('moov', box('cmov', box('dcom', latin1('zlib')), box('cmvd', noise(300))));
		const { warnings, ...facts } = await checked(file(ftyp('qt  '), MDAT, packed));
		expect(facts).toEqual({ container: 'MOV', seconds: 0 });
		expect(warnings).toEqual([
			expect.stringContaining('lists only MP4'),
			expect.stringContaining('could not be read'),
		]);
	});

	/** As screen recorders and live streams leave it: a header without samples, then fragments. */
	const live = (header: Buffer, seconds: number, version = 0) =>
		file(
			ftyp('iso5', 'iso6', 'mp41'),
			header,
			...Array.from({ length: seconds }, (_, second) => [
				box('styp', latin1('msdh'), uint32(0)),
				box('sidx', noise(44)),
				box(
					'moof',
					box('mfhd', uint32(0), uint32(second + 1)),
					box(
						'traf',
						box('tfhd', uint32(0x020008), uint32(1), uint32(1)),
						version === 1
							? box('tfdt', uint32(0x01000000), uint64(second * 25))
							: box('tfdt', uint32(0), uint32(second * 25)),
						box(
							'trun',
							uint32(0x000201),
							uint32(25),
							uint32(0),
							...Array.from({ length: 25 }, () => uint32(9)),
						),
					),
				),
				box('mdat', noise(10_000)),
			]).flat(),
			box('mfra', box('mfro', uint32(0), uint32(24))),
		);
	const empty = (...more: Buffer[]) =>
		box(
			'moov',
			mvhd(0),
			PICTURES,
			box(
				'mvex',
				...more,
				box('trex', uint32(0), uint32(1), uint32(1), uint32(0), uint32(0), uint32(0)),
			),
		);
	test.each([
		['in fragments', live(empty(), 10)],
		['in fragments with long times', live(empty(), 10, 1)],
		[
			'in fragments, with a length of the whole',
			live(empty(box('mehd', uint32(0), uint32(6000))), 10),
		],
	])('%s', async (_, bytes) => {
		expect(await checked(bytes)).toEqual({ container: 'MP4', seconds: 10, warnings: [] });
	});

	test.each([
		['a Canon raw picture', file(ftyp('crx ', 'isom'), box('moov', mvhd(10), PICTURES), MDAT)],
		['an audio book', file(ftyp('M4B '), box('moov', mvhd(10), SOUND), MDAT)],
		[
			'a song whose cover is no track',
			file(ftyp('isom'), box('moov', mvhd(10), SOUND, box('udta', noise(3000))), MDAT),
		],
	])('%s is no video', async (_, bytes) => {
		const { message, description } = await problemOf(() => checkVideo(sourceOf(bytes)));
		expect(message).toMatch(/has no video track|is not an MP4/);
		expect(description).not.toContain('Check File');
	});
});
