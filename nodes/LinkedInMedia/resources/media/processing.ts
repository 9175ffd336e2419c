import type { IDataObject } from 'n8n-workflow';

import type { MediaCollection } from '../../../../linkedin/media/collections';
import { waitUntilAvailable } from '../../../../linkedin/media/wait';
import type { LibraryEntry } from '../../../../linkedin/upload/initialize';
import { withSession } from '../../../../linkedin/upload/uploadFailure';
import type { UploadSession } from '../../../../linkedin/upload/session';
import { toMedia } from '../../../run/data';
import type { Item } from '../../../run/item';

/** The part of an upload's output that LinkedIn's processing decides. */
interface Processed {
	readonly status: string;
	readonly media?: IDataObject;
}

interface Watch {
	readonly collection: MediaCollection;
	/** Whose fields are wanted too. */
	readonly library?: LibraryEntry;
	/** 0: read once, and say nothing when that fails: nobody asked for it. */
	readonly waitMs: number;
}

/**
 * Reads what became of an upload, or waits until LinkedIn has processed it.
 *
 * @throws UploadFailure when LinkedIn could not process it
 */
export async function readProcessed(
	item: Item,
	session: UploadSession,
	{ collection, library, waitMs }: Watch,
): Promise<Processed> {
	const { urn, owner, fileName: name } = session;
	const watched = { collection, urn, owner, name, account: library?.associatedAccount };
	const result = await withSession(session, () => waitUntilAvailable(item.client, watched, waitMs));
	if (result.warning !== undefined && waitMs > 0) item.warn(result.warning);
	const { status, entity } = result;
	return { status, ...(entity === undefined ? {} : { media: toMedia(entity) }) };
}
