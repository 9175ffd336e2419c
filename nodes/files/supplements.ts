import { checkCaptions } from '../../linkedin/files/checkFile';
import { MAX_IMAGE_BYTES } from '../../linkedin/files/imageLimits';
import { readAll } from '../../linkedin/files/readAll';
import { readImage } from '../../linkedin/files/readImage';
import type { Captions, Thumbnail } from '../../linkedin/upload/supplements';
import type { GivenCaptions } from '../fields/captions';
import type { NamedFile } from '../fields/source';
import type { Item } from '../run/item';
import { openFile } from './open';

/** Hours of speech fit into a fraction of this; anything larger is another file. */
const CAPTIONS_LIMIT_BYTES = 10_000_000;

/** What the form gives besides the video. */
export interface GivenSupplements {
	readonly captions: GivenCaptions | undefined;
	readonly thumbnail: NamedFile | undefined;
	/** Names captions that came as text. */
	readonly videoName: string;
	/** Whether the thumbnail is checked; captions always are. */
	readonly checkFile: boolean;
}

/** Captions and thumbnail, read and checked. */
export interface Supplements {
	readonly captions?: Captions;
	readonly thumbnail?: Thumbnail;
}

/** Reads captions and thumbnail; what there is to say about them is told. @throws Problem */
export async function readSupplements(item: Item, given: GivenSupplements): Promise<Supplements> {
	const captions = given.captions && (await readCaptions(item, given.captions, given.videoName));
	const thumbnail =
		given.thumbnail && (await readThumbnail(item, given.thumbnail, given.checkFile));
	return { captions, thumbnail };
}

/** As SRT, checked cue by cue: LinkedIn would drop a broken file without a word. @throws Problem */
async function readCaptions(
	item: Item,
	given: GivenCaptions,
	videoName: string,
): Promise<Captions> {
	if (given.from === 'text') {
		return srtOf(item, { content: given.text, fileName: `${videoName}.srt`, shown: given.what });
	}
	const file = await openFile(item, given, { wholeUpTo: CAPTIONS_LIMIT_BYTES });
	const content = await readAll(file, CAPTIONS_LIMIT_BYTES, 'captions file', item.signal);
	return srtOf(item, { content, fileName: file.name, shown: file.name });
}

async function srtOf(
	item: Item,
	{ content, fileName, shown }: { content: Buffer | string; fileName: string; shown: string },
): Promise<Captions> {
	const { srt, warnings } = await checkCaptions(content, shown);
	item.warn(...warnings);
	return { srt, fileName: fileName.replace(/\.(vtt|webvtt)$/i, '.srt') };
}

/** @throws Problem for an image that LinkedIn would refuse */
async function readThumbnail(item: Item, named: NamedFile, checkFile: boolean): Promise<Thumbnail> {
	const file = await openFile(item, named, { wholeUpTo: MAX_IMAGE_BYTES });
	const { warnings, ...image } = await readImage(file, 'thumbnail', checkFile, item.signal);
	item.warn(...warnings);
	return image;
}
