import { CAPTIONS_LIMIT_BYTES } from '../../linkedin/files/captions/limits';
import { checkCaptions } from '../../linkedin/files/checkFile';
import { MAX_IMAGE_BYTES } from '../../linkedin/files/imageLimits';
import { readAll } from '../../linkedin/files/readAll';
import { readImage } from '../../linkedin/files/readImage';
import { orWithout, type SupplementReading } from '../../linkedin/upload/orWithout';
import type { Captions, Thumbnail } from '../../linkedin/upload/supplements';
import type { SupplementName } from '../../linkedin/upload/uploadUrls';
import type { GivenCaptions } from '../fields/captions';
import type { NamedFile } from '../fields/source';
import type { Item } from '../run/item';
import { openFile } from './open';

/** What the form has besides the video. Both are read late: a problem in them may not matter. */
export interface GivenSupplements {
	readonly captions: () => GivenCaptions | undefined;
	readonly thumbnail: () => NamedFile | undefined;
	/** The name for captions that were entered as text. */
	readonly videoName: () => string | Promise<string>;
	/** Whether the thumbnail is checked; captions always are. */
	readonly checkFile: boolean;
	/** What to do if one of them can't be fetched or read. */
	readonly onSupplementFailure: SupplementReading['onSupplementFailure'];
}

/** Captions and thumbnail, read and checked. */
export interface Supplements {
	readonly captions?: Captions;
	readonly thumbnail?: Thumbnail;
	/** Those that were given but could not be read: the video is uploaded without them. */
	readonly leftOut: readonly SupplementName[];
}

/**
 * Reads captions and thumbnail, and warns about problems.
 *
 * @throws Problem, if the video must not be uploaded without them
 */
export async function readSupplements(item: Item, given: GivenSupplements): Promise<Supplements> {
	const leftOut: SupplementName[] = [];
	const { onSupplementFailure } = given;
	const warn = (message: string) => {
		item.warn(message);
	};
	const reading = { onSupplementFailure, leftOut, warn };
	const [captions, thumbnail] = await item.check.gather(
		() =>
			orWithout('captions', reading, async () => {
				const named = given.captions();
				return named && readCaptions(item, named, given.videoName);
			}),
		() =>
			orWithout('thumbnail', reading, async () => {
				const named = given.thumbnail();
				return named && readThumbnail(item, named, given.checkFile);
			}),
	);
	return { captions, thumbnail, leftOut };
}

/** As SRT: LinkedIn would silently drop a broken file. @throws Problem */
async function readCaptions(
	item: Item,
	given: GivenCaptions,
	videoName: GivenSupplements['videoName'],
): Promise<Captions> {
	if (given.from === 'text') {
		const called = `The captions in ${given.what}`;
		const fileName = `${await videoName()}.srt`;
		return srtOf(item, { content: given.text, fileName, called });
	}
	const file = await openFile(item, given, { wholeUpTo: CAPTIONS_LIMIT_BYTES });
	const content = await readAll(file, CAPTIONS_LIMIT_BYTES, 'captions file', item.signal);
	return srtOf(item, { content, fileName: file.name, called: `The captions "${file.name}"` });
}

async function srtOf(
	item: Item,
	{ content, fileName, called }: { content: Buffer | string; fileName: string; called: string },
): Promise<Captions> {
	const { srt, warnings } = await checkCaptions(content, called, item.signal);
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
