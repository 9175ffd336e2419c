import type { CallPurpose } from '../api/purpose';
import type { MediaCollection } from '../media/collections';
import { finalizePurpose } from './finalize';
import { startPurpose, type UploadStart } from './initialize';

/** The writes to LinkedIn's API by which a file is uploaded: a video is finalized too. */
export function uploadWrites(
	collection: MediaCollection,
	start: Omit<UploadStart, 'fileSizeBytes'>,
): readonly CallPurpose[] {
	const begin = startPurpose(collection, start);
	return collection.urnType === 'video' ? [begin, finalizePurpose(start)] : [begin];
}
