import type { IDataObject } from 'n8n-workflow';

import type { MediaCollection } from '../../../../linkedin/media/collections';
import { LinkedInError } from '../../../../linkedin/api/error';
import type { CallRange } from '../../../../linkedin/api/intent';
import { looksWithin } from '../../../../linkedin/media/lookTimes';
import { waitUntilAvailable } from '../../../../linkedin/media/wait';
import { WAITING_UPLOAD } from '../../../../linkedin/media/watchWarnings';
import type { LibraryEntry } from '../../../../linkedin/upload/initialize';
import { UploadFailure, withSession } from '../../../../linkedin/upload/uploadFailure';
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
	/** The ad account whose fields are requested too. */
	readonly library?: LibraryEntry;
	/** 0: read once, and stay silent if that fails, since it was not requested. */
	readonly waitMs: number;
}

/** What {@link readProcessed} asks LinkedIn: at least once, and until the wait is over. */
export function processingReads(
	{ urnType }: MediaCollection,
	bytes: number | undefined,
	waitMs: number,
): CallRange {
	if (waitMs === 0) return { least: 1, most: 2 };
	const isVideo = urnType === 'video';
	return looksWithin({ isVideo, bytes }, { timeoutMs: waitMs, pausesFirst: isVideo });
}

/** Milliseconds before checking again whether LinkedIn considers the upload complete. */
const SECOND_LOOK_MS = 1000;

/**
 * Reads the status of an upload, or waits until LinkedIn has processed it.
 *
 * @throws UploadFailure if LinkedIn could not process it, or even after a wait doesn't consider it
 * complete
 */
export async function readProcessed(
	item: Item,
	session: UploadSession,
	{ collection, library, waitMs }: Watch,
): Promise<Processed> {
	const { urn, owner, fileName: name, fileSizeBytes } = session;
	const account = library?.associatedAccount;
	const watched = { collection, urn, owner, name, account, bytes: fileSizeBytes ?? undefined };
	const wait = { timeoutMs: waitMs, looks: item.context.looks, signal: item.signal };
	const look = () => withSession(session, () => waitUntilAvailable(item.client, watched, wait));
	let result = await look();
	if (result.status === WAITING_UPLOAD && waitMs === 0) {
		await item.client.options.sleep(SECOND_LOOK_MS);
		result = await look();
	}
	if (result.status === WAITING_UPLOAD) incomplete(item, session, { collection, waitMs });
	else if (result.warning !== undefined && waitMs > 0) item.warn(result.warning);
	const { status, entity } = result;
	return { status, ...(entity === undefined ? {} : { media: toMedia(entity) }) };
}

/**
 * Everything was sent and completed, but LinkedIn says that it is still waiting for it.
 *
 * @throws UploadFailure if the user wants to wait: it won't become available on its own
 */
function incomplete(item: Item, session: UploadSession, { collection, waitMs }: Watch): void {
	const called = `${collection.noun} "${session.fileName}" (${session.urn})`;
	const what = `LinkedIn still reports ${WAITING_UPLOAD} for the ${called}, although the whole file was sent`;
	const advice =
		'finalized' in session
			? 'LinkedIn won’t continue on its own. Use Video: Resume Upload with the upload session to complete it.'
			: 'LinkedIn won’t continue on its own. Upload the file again.';
	if (waitMs === 0) {
		item.warn(`${what}. ${advice}`);
		return;
	}
	if ('finalized' in session) {
		// A resume checks the state before it completes the upload again.
		session.finalized = false;
		session.finalizeSent = true;
	}
	throw new UploadFailure(
		new LinkedInError(what, { description: advice, code: 'MEDIA_ASSET_WAITING_UPLOAD' }),
		session,
	);
}
