import { checkVideo } from '../../../linkedin/files/video';
import {
	box,
	enlargeMp4,
	fixture,
	mp4WithDuration,
	noise,
	trackOf,
	uint32,
} from '../../fixtures/make';
import { problemOf, rangedFile, sourceOf } from './support';

const check = (bytes: Buffer, name?: string) => checkVideo(sourceOf(bytes, { name }));
const refusalOf = (bytes: Buffer) => problemOf(() => check(bytes));
const UNKNOWN =
	'The length of the video "talk.mp4" could not be read. LinkedIn allows 3 seconds to 30 minutes.';

describe('what a video is', () => {
	test.each([
		[
			'talk.mp4',
			{
				container: 'MP4',
				durationSeconds: 8,
				width: 1280,
				height: 720,
				frameRate: 25,
				codecs: ['H.264', 'AAC'],
				audioCodec: 'AAC',
				audioChannels: 1,
			},
		],
		[
			'quicktime.mov',
			{
				container: 'MOV',
				durationSeconds: 4,
				width: 320,
				height: 180,
				frameRate: 25,
				codecs: ['H.264', 'AAC'],
				audioCodec: 'AAC',
				audioChannels: 1,
			},
		],
		[
			'fragmented.mp4',
			{
				container: 'MP4',
				durationSeconds: 4.08,
				width: 320,
				height: 180,
				frameRate: 25,
				codecs: ['H.264', 'AAC'],
				audioCodec: 'AAC',
				audioChannels: 1,
			},
		],
	])('%s', async (name, facts) => {
		expect((await check(fixture(name))).facts).toEqual(facts);
		const { file } = rangedFile(fixture(name));
		expect((await checkVideo(file)).facts).toEqual(facts);
	});

	test('what cannot be read is left out', async () => {
		expect(await check(mp4WithDuration(5, 80_000))).toEqual({
			warnings: [],
			durationMs: 5000,
			facts: { container: 'MP4', durationSeconds: 5, codecs: [] },
		});
	});
});

/** A track with a description of its samples. */
function track(handler: string, code: string, handlers = [handler]): Buffer {
	const entry = box(code, Buffer.alloc(78));
	return box(
		'trak',
		box(
			'mdia',
			...handlers.map((type) => box('hdlr', uint32(0), uint32(0), Buffer.from(type))),
			box('minf', box('stbl', box('stsd', uint32(0), uint32(1), entry))),
		),
	);
}
const FTYP = box('ftyp', Buffer.from('isom\0\0\x02\0isommp41', 'latin1'));
const MDAT = box('mdat', noise(75_000));
const mvhd = (ms: number) =>
	box('mvhd', uint32(0), uint32(0), uint32(0), uint32(1000), uint32(ms), Buffer.alloc(80));
const movie = (...boxes: Buffer[]) =>
	Buffer.concat([FTYP, box('moov', mvhd(5000), ...boxes), MDAT]);

describe('tracks', () => {
	test.each([
		['sound alone', [track('soun', 'mp4a')], 'has no video track: it contains only audio (AAC)'],
		[
			'sound and text',
			[track('soun', 'Opus'), track('sbtl', 'tx3g')],
			'has no video track: it contains only audio (Opus)',
		],
		['text alone', [track('text', 'tx3g')], 'has no video track'],
		['no track at all', [], 'has no video track'],
	])('%s is refused, and not offered to be sent as it is', async (_, tracks, why) => {
		const problem = await refusalOf(movie(...tracks));
		expect(problem.message).toBe(`The video "talk.mp4" ${why}`);
		expect(problem.description).toBe('Check that this is the right file.');
	});

	test('the case: sound alone', async () => {
		const { message } = await refusalOf(fixture('odd/mp4-audio-only.mp4'));
		expect(message).toMatch(/has no video track: it contains only audio \(AAC\)$/);
	});

	test.each([
		['a track that cannot be read', box('trak', noise(100))],
		[
			'pictures behind sound and a time code',
			Buffer.concat([track('soun', 'mp4a'), track('tmcd', 'tmcd'), track('vide', 'avc1')]),
		],
		['a second handler, as QuickTime has it', track('vide', 'avc1', ['vide', 'alis'])],
	])('%s goes', async (_, tracks) => {
		expect((await check(movie(tracks))).warnings).toEqual([]);
	});

	test.each([
		['hvc1', 'H.265'],
		['apcn', 'ProRes'],
		['av01', 'AV1'],
		['xyz ', 'xyz'],
	])('pictures in %s go with a warning', async (code, name) => {
		const { warnings, facts } = await check(movie(track('vide', code)));
		expect(facts?.codecs).toEqual([name]);
		expect(warnings).toEqual([
			`The video "talk.mp4" contains ${name}, which LinkedIn’s documentation doesn’t list. If LinkedIn can’t process it, convert it to H.264 and AAC.`,
		]);
	});
});

describe('the family of MP4', () => {
	const talk = fixture('moov-at-end.mp4');
	const branded = (brand: string) => {
		const bytes = Buffer.from(talk);
		bytes.write(brand, 8, 'latin1');
		return bytes;
	};

	test.each([
		['qt  ', 'a QuickTime movie (MOV)'],
		['M4V ', 'an iTunes video (M4V)'],
		['M4VH', 'an iTunes video (M4V)'],
		['3gp5', 'a 3GP video'],
		['3g2a', 'a 3GP video'],
	])('%s goes with a warning', async (brand, label) => {
		expect((await check(branded(brand))).warnings).toEqual([
			`The video "talk.mp4" is ${label}: LinkedIn’s documentation lists only MP4. If LinkedIn can’t process it, convert it to MP4.`,
		]);
	});

	test.each(['isom', 'mp42', 'avc1', 'iso6', 'dash', 'XAVC', 'MSNV'])(
		'%s is MP4',
		async (brand) => {
			expect((await check(branded(brand))).warnings).toEqual([]);
		},
	);

	const heading = (...boxes: Buffer[]) => Buffer.concat([...boxes, talk]);
	test.each([
		['free', heading(box('free'))],
		['wide', heading(box('wide'))],
		['uuid', heading(box('uuid', noise(200)))],
		['styp', heading(box('styp', Buffer.from('msdh\0\0\0\0')))],
		[
			'all of them',
			heading(box('free', noise(3)), box('skip'), box('uuid', noise(16)), box('pdin', uint32(0))),
		],
		['a large one', heading(box('free', noise(5000)))],
		['a large one of an editor', heading(box('uuid', noise(70_000)))],
	])('%s before ftyp', async (_, bytes) => {
		expect(await check(bytes)).toMatchObject({ warnings: [], durationMs: 4000 });
	});

	test('QuickTime behind a large box, and without any ftyp', async () => {
		const behind = Buffer.concat([box('free', noise(5000)), branded('qt  ')]);
		expect((await check(behind)).facts?.container).toBe('MOV');
		const without = talk.subarray(talk.readUInt32BE(0));
		expect((await check(without)).facts?.container).toBe('MOV');
		expect((await check(Buffer.concat([box('wide'), without]))).facts?.container).toBe('MOV');
	});

	test('a text that has the name of a box is a text', async () => {
		const { message } = await refusalOf(Buffer.from('Morefree words. '.repeat(6000)));
		expect(message).toContain('looks like plain text');
	});

	test('a picture behind a large box is none', async () => {
		const heic = Buffer.concat([box('free', noise(5000)), branded('heic')]);
		const { message, description } = await refusalOf(heic);
		expect(message).toContain('it looks like a HEIC image');
		expect(description).not.toContain('Check File');
	});

	test('the case: a QuickTime movie', async () => {
		const { warnings } = await check(fixture('odd/mov-h264-aac.mov'));
		expect(warnings).toEqual([expect.stringContaining('LinkedIn’s documentation lists only MP4')]);
	});
});

describe('the length', () => {
	test('0 is not stated', async () => {
		const zero = Buffer.concat([FTYP, box('moov', mvhd(0), trackOf('vide')), MDAT]);
		expect((await check(zero)).warnings).toEqual([UNKNOWN]);
		expect((await check(fixture('odd/mp4-mvhd-duration-0.mp4'))).warnings).toEqual([UNKNOWN]);
	});

	/** Fragments of one second each behind a header that states this much of the whole. */
	function fragmented(seconds: number, statedMs?: number, from = 0): Buffer {
		const id = uint32(1);
		const trak = box(
			'trak',
			box('tkhd', uint32(0), uint32(0), uint32(0), id),
			box(
				'mdia',
				box('mdhd', uint32(0), uint32(0), uint32(0), uint32(100), uint32(0)),
				box('hdlr', uint32(0), uint32(0), Buffer.from('vide')),
			),
		);
		const mehd = statedMs === undefined ? [] : [box('mehd', uint32(0), uint32(statedMs))];
		const trex = box('trex', uint32(0), id, uint32(1), uint32(10), uint32(0), uint32(0));
		const fragments = Array.from({ length: seconds }, (_, second) => [
			box(
				'moof',
				box(
					'traf',
					box('tfhd', uint32(0x20000), id),
					box('tfdt', uint32(0), uint32((from + second) * 100)),
					box('trun', uint32(0), uint32(10)),
				),
			),
			box('mdat', noise(20_000)),
		]).flat();
		return Buffer.concat([
			FTYP,
			box('moov', mvhd(0), trak, box('mvex', ...mehd, trex)),
			...fragments,
		]);
	}

	test.each([
		['that state less than the fragments have', fragmented(8, 1000), 8000],
		['that state nothing', fragmented(8), 8000],
		['that state more', fragmented(8, 4_000_000), 8000],
		['that begin in the middle of a stream', fragmented(8, undefined, 5000), 8000],
	])('of fragments %s', async (_, bytes, durationMs) => {
		expect(await check(bytes)).toMatchObject({
			warnings: [],
			durationMs,
			facts: { frameRate: 10 },
		});
	});

	test('of fragments that are shorter than 3 seconds, whatever is stated', async () => {
		const short = Buffer.concat([fragmented(2, 9000), box('free', noise(75_000))]);
		expect((await refusalOf(short)).message).toContain('is 2.0 seconds long');
	});

	test('of very many fragments on a server: not one request for each', async () => {
		const { file, asked } = rangedFile(fragmented(200, 1000));
		expect((await checkVideo(file)).warnings).toEqual([UNKNOWN]);
		expect(asked.length).toBeLessThan(70);
		expect(await checkVideo(rangedFile(fragmented(200, 200_000)).file)).toMatchObject({
			warnings: [],
			durationMs: 200_000,
		});
	});
});

describe('connected TV', () => {
	test.each([
		['too long', mp4WithDuration(3 * 3600, 80_000)],
		['too short', mp4WithDuration(1, 80_000)],
		['too small', mp4WithDuration(10, 5000)],
		['of unknown length', enlargeMp4(mp4WithDuration(0, 5000), 80_000)],
	])('%s: its length and size are not checked', async (_, bytes) => {
		const source = sourceOf(bytes);
		expect((await checkVideo(source, { connectedTv: true })).warnings).toEqual([]);
	});

	test('what it is, is checked all the same', async () => {
		const source = sourceOf(fixture('picture.png'));
		const { message } = await problemOf(() => checkVideo(source, { connectedTv: true }));
		expect(message).toContain('is not an MP4');
	});
});
