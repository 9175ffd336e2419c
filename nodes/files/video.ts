import { checkVideoFile } from '../../linkedin/files/checkFile';
import type { VideoFacts } from '../../linkedin/files/mp4/facts';
import type { FileSource } from '../../linkedin/files/source';
import { checkVideoSize } from '../../linkedin/files/videoSize';
import { Problem } from '../../linkedin/problem';
import type { Item } from '../run/item';
import { once } from '../run/once';
import { readSupplements, type GivenSupplements, type Supplements } from './supplements';

/** A video with its captions and thumbnail. */
interface ReadVideo extends Supplements {
	readonly file: FileSource;
	/** If it was checked and could be read. */
	readonly facts?: VideoFacts;
}

/**
 * What a video is, if parts of it may have arrived: problems are only warnings then, since LinkedIn
 * already has the beginning.
 */
export async function factsOfBegun(item: Item, file: FileSource): Promise<VideoFacts | undefined> {
	const { warnings, facts } = await checkVideoFile(file, { signal: item.signal }).catch(
		(error: unknown) => {
			if (error instanceof Problem) return { warnings: [`${error.message}.`], facts: undefined };
			throw error;
		},
	);
	item.warn(...warnings);
	return facts;
}

/**
 * A video with its captions and thumbnail, all checked before anything is sent, the cheapest checks
 * first. Adds warnings to the item.
 *
 * @throws Problem
 */
export async function readVideo(
	item: Item,
	open: () => Promise<FileSource>,
	given: GivenSupplements & { readonly connectedTv?: boolean },
): Promise<ReadVideo> {
	const { checkFile, connectedTv } = given;
	const sized = once(async () => {
		const file = await open();
		item.warn(...checkVideoSize(file, connectedTv));
		return file;
	});
	const [file, supplements, facts] = await item.check.gather(
		sized,
		() => readSupplements(item, given),
		async () => {
			if (!checkFile) return undefined;
			const checked = await checkVideoFile(await sized(), { signal: item.signal, connectedTv });
			item.warn(...checked.warnings);
			return checked.facts;
		},
	);
	return { file, facts, ...supplements };
}
