import { checkVideo } from '../../../linkedin/files/video';
import { box, fixture, noise, trackOf, uint32, uint64 } from '../../fixtures/make';
import { problemOf, sourceOf } from './support';

const FTYP = box('ftyp', Buffer.from('isom\0\0\x02\0isommp41', 'latin1'));
const MDAT = box('mdat', noise(75_000));
const TRAK = box('trak', noise(500));

const mvhd = (ticks: number, timescale = 1000) =>
	box('mvhd', uint32(0), uint32(0), uint32(0), uint32(timescale), uint32(ticks), Buffer.alloc(80));
const mvhd1 = (ticks: number | bigint, timescale = 1000) =>
	box(
		'mvhd',
		uint32(0x01000000),
		uint64(0),
		uint64(0),
		uint32(timescale),
		uint64(ticks),
		Buffer.alloc(80),
	);
const moov = (...boxes: Buffer[]) => box('moov', ...boxes, trackOf('vide'));

const check = (...boxes: Buffer[]) => checkVideo(sourceOf(Buffer.concat(boxes)));
const refusal = async (...boxes: Buffer[]) => (await problemOf(() => check(...boxes))).message;

/** A box with a 64-bit size. */
function largeBox(type: string, ...body: Buffer[]): Buffer {
	const content = Buffer.concat(body);
	return Buffer.concat([uint32(1), Buffer.from(type), uint64(content.length + 16), content]);
}

/** A box that extends to the end of what holds it. */
function openBox(type: string, ...body: Buffer[]): Buffer {
	return Buffer.concat([uint32(0), Buffer.from(type), ...body]);
}

/** A box header alone, with whatever size. */
function header(type: string, size: number): Buffer {
	return Buffer.concat([uint32(size), Buffer.from(type)]);
}

describe('the movie header', () => {
	test.each([
		['version 0', mvhd(5000), 5000],
		['version 0 in other units', mvhd(450_000, 90_000), 5000],
		['rounded to whole milliseconds', mvhd(2_999_600, 1_000_000), 3000],
		['version 1', mvhd1(5000), 5000],
		['version 1 with more than 32 bits', mvhd1(9_000_000_000_000n, 1_000_000_000), 9_000_000],
	])('%s', async (_, header, ms) => {
		if (ms > 1_800_000) {
			expect(await refusal(FTYP, moov(header), MDAT)).toContain('2:30:00 hours');
		} else {
			expect(await check(FTYP, moov(header), MDAT)).toMatchObject({ warnings: [], durationMs: ms });
		}
	});

	test.each([
		['before the media data', [FTYP, moov(mvhd(5000)), MDAT]],
		['behind it', [FTYP, MDAT, moov(mvhd(5000))]],
		['behind two of it', [FTYP, MDAT, box('free', noise(3)), MDAT, moov(mvhd(5000))]],
		['behind tracks', [FTYP, moov(TRAK, TRAK, mvhd(5000)), MDAT]],
		[
			'behind media data with a 64-bit size',
			[FTYP, largeBox('mdat', noise(75_000)), moov(mvhd(5000))],
		],
		[
			'in a box with a 64-bit size',
			[FTYP, largeBox('moov', largeBox('mvhd', mvhd(5000).subarray(8)), trackOf('vide')), MDAT],
		],
		['in the last box, which is open', [FTYP, MDAT, openBox('moov', mvhd(5000), trackOf('vide'))]],
		['as an open box', [FTYP, box('moov', TRAK, openBox('mvhd', mvhd(5000).subarray(8))), MDAT]],
		['before open media data', [FTYP, moov(mvhd(5000)), openBox('mdat', noise(75_000))]],
		['before another one', [FTYP, moov(mvhd(5000)), moov(mvhd(1000)), MDAT]],
		[
			'with padding behind it',
			[FTYP, box('moov', mvhd(5000), trackOf('vide'), Buffer.alloc(4)), MDAT],
		],
	])('is found %s', async (_, boxes) => {
		expect(await check(...boxes)).toMatchObject({ warnings: [], durationMs: 5000 });
	});

	test.each([
		['of unknown length (32 bits)', mvhd(0xffffffff)],
		['of unknown length (64 bits)', mvhd1(0xffffffffffffffffn)],
		['without a unit of time', mvhd(5000, 0)],
		['of a later version', box('mvhd', uint32(0x02000000), Buffer.alloc(96, uint32(1000)))],
	])('%s gives a warning', async (_, header) => {
		const { warnings, durationMs } = await check(FTYP, moov(header), MDAT);
		expect(durationMs).toBeUndefined();
		expect(warnings).toEqual([expect.stringContaining('could not be read')]);
	});

	test.each([
		['is missing', [FTYP, moov(TRAK), MDAT], 'it has no movie header ("mvhd")'],
		[
			'is too short',
			[FTYP, moov(box('mvhd', uint32(0), uint32(0))), MDAT],
			'its "mvhd" box is too short',
		],
		['lies beyond its parent', [FTYP, moov(header('mvhd', 500)), MDAT], 'doesn’t fit into "moov"'],
		['has an impossible size', [FTYP, moov(header('mvhd', 7)), MDAT], 'doesn’t fit into "moov"'],
		['has half of a size', [FTYP, moov(header('mvhd', 1)), MDAT], 'doesn’t fit into "moov"'],
	])('that %s is a damaged file', async (_, boxes, why) => {
		const problem = await problemOf(() => check(...boxes));
		expect(problem.message).toContain('The video "talk.mp4" is damaged: ');
		expect(problem.message).toContain(why);
		expect(problem.description).toBe('Export the video again.');
	});
});

describe('fragmented files', () => {
	const mehd = (ticks: number) => box('mehd', uint32(0), uint32(ticks));
	const mehd1 = (ticks: number) => box('mehd', uint32(0x01000000), uint64(ticks));
	const trex = box('trex', Buffer.alloc(24));

	test.each([
		['mehd of version 0', mehd(6000)],
		['mehd of version 1', mehd1(6000)],
	])('%s states the length of the whole', async (_, whole) => {
		const file = [FTYP, moov(mvhd(0), TRAK, box('mvex', trex, whole)), MDAT];
		expect(await check(...file)).toMatchObject({ warnings: [], durationMs: 6000 });
	});

	test('mehd counts more than the first part that mvhd speaks of', async () => {
		const file = [FTYP, moov(box('mvex', mehd(6000)), mvhd(1000)), MDAT];
		expect(await check(...file)).toMatchObject({ warnings: [], durationMs: 6000 });
	});

	test.each([
		['no mehd', box('mvex', trex), mvhd(0)],
		['mehd 0', box('mvex', mehd(0)), mvhd(0)],
		['a first part of one second', box('mvex', trex), mvhd(1000)],
	])('%s: the length is unknown', async (_, mvex, movie) => {
		const { warnings, durationMs } = await check(FTYP, moov(movie, mvex), MDAT);
		expect(durationMs).toBeUndefined();
		expect(warnings).toHaveLength(1);
	});

	test('a first part of 31 minutes is too long whatever follows', async () => {
		expect(await refusal(FTYP, moov(mvhd(1_860_000), box('mvex', trex)), MDAT)).toContain('31:00');
	});

	test('a broken mehd is a damaged file', async () => {
		const file = [FTYP, moov(mvhd(0), box('mvex', box('mehd', uint32(0)))), MDAT];
		expect(await refusal(...file)).toContain('its "mehd" box is too short');
	});
});

describe('incomplete files', () => {
	const whole = [FTYP, moov(mvhd(5000)), MDAT];
	const size = Buffer.concat(whole).length;

	test.each([
		[
			'in the media data, moov in front',
			Buffer.concat(whole).subarray(0, size - 1),
			/should reach byte 75,\d+/,
		],
		[
			'in the media data, moov behind',
			Buffer.concat([FTYP, MDAT]).subarray(0, 75_010),
			/should reach byte 75,\d+/,
		],
		['behind the media data', Buffer.concat([FTYP, MDAT]), /"moov"\) is missing/],
		[
			'behind open media data',
			Buffer.concat([FTYP, openBox('mdat', noise(75_000))]),
			/"moov"\) is missing/,
		],
		[
			'in moov',
			Buffer.concat([FTYP, MDAT, moov(mvhd(5000)).subarray(0, 50)]),
			/should reach byte 75,\d+/,
		],
		[
			'in a header',
			Buffer.concat([FTYP, MDAT, moov(mvhd(5000)).subarray(0, 7)]),
			/"moov"\) is missing/,
		],
		[
			'before the media data',
			Buffer.concat([FTYP, box('free', noise(75_000)), moov(mvhd(5000))]),
			/no media data/,
		],
	])('cut off %s', async (_, bytes, why) => {
		const problem = await problemOf(() => checkVideo(sourceOf(bytes)));
		expect(problem.message).toMatch(/^The video "talk.mp4" is incomplete: /);
		expect(problem.message).toMatch(why);
		expect(problem.description).toBe(
			'Download or export the file again: it was probably cut off in transfer.',
		);
	});

	test('a 64-bit size beyond every file', async () => {
		const absurd = Buffer.concat([
			uint32(1),
			Buffer.from('mdat'),
			uint64(2n ** 64n - 1n),
			noise(75_000),
		]);
		expect(await refusal(FTYP, moov(mvhd(5000)), absurd)).toContain(
			'its contents should be longer',
		);
	});

	test('half of a 64-bit size', async () => {
		expect(await refusal(FTYP, MDAT, header('moov', 1))).toContain('its contents should be longer');
	});

	test('a size smaller than its own header', async () => {
		expect(await refusal(FTYP, header('free', 5), MDAT)).toContain('has an impossible size');
	});

	test('a source that gives less than it promised', async () => {
		const bytes = fixture('moov-at-end.mp4');
		const source = sourceOf(bytes.subarray(0, 90_000), { size: bytes.length });
		const problem = await problemOf(() => checkVideo(source));
		expect(problem.message).toBe(
			'The video "talk.mp4" ends early: 90,000 of 115,425 bytes could be read',
		);
	});

	test('a source that gives less than a header', async () => {
		const source = sourceOf(fixture('talk.mp4').subarray(0, 37), { size: 1_931_686 });
		const problem = await problemOf(() => checkVideo(source));
		expect(problem.message).toBe(
			'The video "talk.mp4" ends early: 37 of 1,931,686 bytes could be read',
		);
	});
});
