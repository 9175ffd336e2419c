import { imageTarget } from '../fuzz/targets/image';
import { officeTarget } from '../fuzz/targets/office';
import { pdfTarget } from '../fuzz/targets/pdf';
import { videoTarget } from '../fuzz/targets/video';
import type { FuzzTarget } from '../fuzz/target';
import { mp4WithDuration } from '../fixtures/make';
import { item, type Input, type Scene, type Step } from './scene';

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

/**
 * Eight videos: boxes without end, a JPEG with a long head, captions.
 *
 * @param size bytes of the largest, the captions
 */
function videoBombs(size: number): Input[] {
	const jpeg = (what: string) => named(killer(imageTarget, 0.8 * size, what), 'a.jpg');
	const boxes = (what: string) => named(killer(videoTarget, 0.5 * size, what), 'a.mp4');
	const captions = (text: string) =>
		named(Buffer.from(text.repeat((0.99 * size) / Buffer.byteLength(text))), 'a.srt');
	return [
		{ data: video, captions: captions(cue) },
		{ data: video, captions: captions('1\n') },
		{
			data: video,
			captions: named(Buffer.from(`0:0:1 --> 0:0:2${' word'.repeat(0.15 * size)}`), 'b.srt'),
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
function documentBombs(size: number): Input[] {
	const pdf = (what: string) => killer(pdfTarget, 0.9 * size, what);
	return [
		pdf('a stream of dictionaries and names'),
		pdf('spaces behind a filter'),
		pdf('a thousand object streams'),
		pdf('object streams that unpack to gigabytes'),
		pdf('objects without end'),
		pdf('children without end'),
		killer(officeTarget, 0.9 * size, 'slides without end'),
		killer(officeTarget, 0.9 * size, 'names of 65,000 bytes'),
	].map((content) => item({ data: named(content, 'a.pdf') }));
}

/** Files that were made to take long. */
export interface Bombs {
	readonly videos: readonly Input[];
	readonly documents: readonly Input[];
}

/** @param size bytes of the largest; a few of its kind need 10,000,000 to be at their worst */
export function makeBombs(size: number): Bombs {
	return { videos: videoBombs(size), documents: documentBombs(size) };
}

/** All of them at once, each an item of one of two nodes. */
export function sendAll(
	{ document, upload }: Pick<Scene, 'document' | 'upload'>,
	{ videos, documents }: Bombs,
): Step[] {
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
export function countTurns(onTurn: () => void = () => undefined): () => number {
	let turns = 0;
	jest.spyOn(globalThis, 'MessageChannel').mockImplementation(() => {
		turns += 1;
		onTurn();
		return new Channel();
	});
	return () => turns;
}
