import { checkVideoFile } from '../../linkedin/files/checkFile';
import type { FileSource } from '../../linkedin/files/source';
import { checkVideoSize } from '../../linkedin/files/videoSize';
import type { Item } from '../run/item';
import { readSupplements, type GivenSupplements, type Supplements } from './supplements';

/**
 * A video with its captions and thumbnail, all checked before anything is sent: what costs least to
 * find out comes first. Warnings are told.
 *
 * @throws Problem
 */
export async function readVideo(
	item: Item,
	file: FileSource,
	given: GivenSupplements,
): Promise<Supplements & { readonly file: FileSource }> {
	item.warn(...checkVideoSize(file));
	const supplements = await readSupplements(item, given);
	if (given.checkFile) item.warn(...(await checkVideoFile(file, item.signal)).warnings);
	return { file, ...supplements };
}
