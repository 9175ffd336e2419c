import { imageTarget } from '../fuzz/targets/image';
import { officeTarget } from '../fuzz/targets/office';
import { pdfTarget } from '../fuzz/targets/pdf';
import { videoTarget } from '../fuzz/targets/video';
import type { FuzzTarget } from '../fuzz/target';
import { mp4WithDuration } from '../fixtures/make';
import { processorMs } from './processorTime';
import { item, scene, type Input, type Step } from './scene';

const { document, linkedIn, upload } = scene({ binaryMode: 'filesystem' });

const MIB = 1024 * 1024;
const LONGEST_REST_MS = 100;
/** Turns of readers, when all of them are in the middle. */
const STOPPED_AT_TURN = 40;
const ALL_AT_ONCE = { itemConcurrency: 16, onSupplementFailure: 'continue' };

const named = (content: Buffer, fileName: string) => ({ content, fileName });
const video = named(mp4WithDuration(10, 80_000), 'a.mp4');
const cue = '0:0:2 --> 0:0:3\n{\\an8}a &amp; é\n\n0:0:1 --> 0:0:9\nx\n\n';

/** A file that was made to take long, by what it is. */
function killer({ killers, name }: FuzzTarget, size: number, what: string): Buffer {
	const found = killers(size).find(([called]) => called === what);
	if (!found) throw new Error(`no killer of ${name} is called "${what}"`);
	return found[1];
}

/** Eight videos: boxes without end, a JPEG with a head of 8 MB, captions of 9.9 MB. */
function videoBombs(): Input[] {
	const jpeg = (what: string) => named(killer(imageTarget, 8_000_000, what), 'a.jpg');
	const boxes = (what: string) => named(killer(videoTarget, 5_000_000, what), 'a.mp4');
	const captions = (text: string) =>
		named(Buffer.from(text.repeat(9_900_000 / Buffer.byteLength(text))), 'a.srt');
	return [
		{ data: video, captions: captions(cue) },
		{ data: video, captions: captions('1\n') },
		{
			data: video,
			captions: named(Buffer.from(`0:0:1 --> 0:0:2${' word'.repeat(1_500_000)}`), 'b.srt'),
		},
		{ data: video, thumbnail: jpeg('a JPEG of zeros') },
		{ data: video, thumbnail: jpeg('a JPEG of empty segments') },
		{ data: boxes('empty boxes') },
		{ data: boxes('a track of holders') },
		{ data: boxes('fragments without end') },
	].map(({ captions: srt, thumbnail, data }) =>
		item(
			{ data, ...(srt && { captions: srt }), ...(thumbnail && { thumbnail }) },
			{ captions: srt ? 'binaryData' : 'none', thumbnail: thumbnail ? 'binaryData' : 'none' },
		),
	);
}

/** Eight documents: PDFs, and a ZIP with a huge table of names. */
function documentBombs(): Input[] {
	const pdf = (what: string) => killer(pdfTarget, 9_000_000, what);
	return [
		pdf('a stream of dictionaries and names'),
		pdf('spaces behind a filter'),
		pdf('a thousand object streams'),
		pdf('object streams that unpack to gigabytes'),
		pdf('objects without end'),
		pdf('children without end'),
		killer(officeTarget, 9_000_000, 'slides without end'),
		killer(officeTarget, 9_000_000, 'names of 65,000 bytes'),
	].map((content) => item({ data: named(content, 'a.pdf') }));
}

/** All of them at once, each an item of one of two nodes. */
function steps(videos: readonly Input[], documents: readonly Input[]): Step[] {
	return [
		upload(...videos)
			.with({ captionsSource: '={{ $json.captions }}', thumbnailSource: '={{ $json.thumbnail }}' })
			.options(ALL_AT_ONCE)
			.onError('continueErrorOutput'),
		document('upload')
			.of(...documents)
			.options({ itemConcurrency: 16 })
			.onError('continueErrorOutput'),
	];
}

const Channel = globalThis.MessageChannel;

/** How often readers have let the event loop turn: each turn of theirs is a message to oneself. */
function countTurns(): () => number {
	let turns = 0;
	jest.spyOn(globalThis, 'MessageChannel').mockImplementation(() => {
		turns += 1;
		return new Channel();
	});
	return () => turns;
}

/**
 * The longest rest of the event loop from the first turn of a reader to the last one, and by how much
 * the process grew.
 */
async function watched(work: () => Promise<unknown>): Promise<{ restMs: number; grown: number }> {
	const turns = countTurns();
	const before = process.memoryUsage.rss();
	const rests: Array<{ ms: number; turn: number }> = [];
	let grown = 0;
	let last = processorMs();
	const timer = setInterval(() => {
		const now = processorMs();
		rests.push({ ms: now - last, turn: turns() });
		last = now;
		grown = Math.max(grown, process.memoryUsage.rss() - before);
	}, 1);
	try {
		await work();
	} finally {
		clearInterval(timer);
	}
	const reading = rests.filter(({ turn }) => turn > 0 && turn < turns());
	expect(reading.length).toBeGreaterThan(100);
	return { restMs: Math.max(...reading.map(({ ms }) => ms)), grown };
}

describe('files that were made to take long, 16 at once', () => {
	let videos: readonly Input[] = [];
	let documents: readonly Input[] = [];
	beforeAll(() => {
		videos = videoBombs();
		documents = documentBombs();
	});

	test('n8n goes on with everything else, and does not grow', async () => {
		const all = steps(videos, documents);
		const { restMs, grown } = await watched(() => Promise.all(all.map((step) => step.ends())));
		expect(restMs).toBeLessThan(LONGEST_REST_MS);
		expect(grown).toBeLessThan(256 * MIB);
		// What cannot be counted goes, with a warning; what has nothing to show is refused.
		expect(linkedIn.documents().length).toBeGreaterThan(0);
		expect(linkedIn.videos().length).toBeGreaterThan(0);
	});

	test('a stop in the middle of reading ends them within a second', async () => {
		const turns = countTurns();
		let stoppedAt = 0;
		const stopped = steps(videos, documents).map((step) =>
			step.stoppedWhen(() => {
				if (turns() < STOPPED_AT_TURN) return false;
				stoppedAt ||= processorMs();
				return true;
			}),
		);
		await Promise.all(stopped);
		expect(processorMs() - stoppedAt).toBeLessThan(1000);
		// Each of them reads for hundreds: nobody has gone on.
		expect(turns()).toBeLessThan(STOPPED_AT_TURN + 40);
	});
});
