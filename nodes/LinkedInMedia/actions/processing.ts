import type { IDataObject } from 'n8n-workflow';

import type { Collection } from '../../../linkedin/media/collections';
import { waitUntilAvailable } from '../../../linkedin/media/wait';
import type { UploadContext } from '../../../linkedin/upload/context';
import type { LibraryEntry } from '../../../linkedin/upload/initialize';
import { guarded, type UploadSession } from '../../../linkedin/upload/session';
import { toMedia } from './result';

/** The part of an upload's output that LinkedIn's processing decides. */
export interface Processed {
	readonly status: string;
	readonly media?: IDataObject;
}

/**
 * Reads what became of an upload, or waits until LinkedIn has processed it.
 *
 * @param waitMs 0: read once, and say nothing when that fails: nobody asked for it
 * @throws UploadFailure when LinkedIn could not process it
 */
export async function readProcessed(
	context: UploadContext,
	collection: Collection,
	session: UploadSession,
	library: LibraryEntry | undefined,
	waitMs: number,
): Promise<Processed> {
	const { urn, owner, fileName: name } = session;
	const watched = { collection, urn, owner, name, account: library?.associatedAccount };
	const result = await guarded(session, () => waitUntilAvailable(context.client, watched, waitMs));
	if (result.warning !== undefined && waitMs > 0) context.warn(result.warning);
	const { status, entity } = result;
	return { status, ...(entity === undefined ? {} : { media: toMedia(entity) }) };
}
