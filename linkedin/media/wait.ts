import type { LinkedInClient } from '../api/client';
import { LinkedInError } from '../api/error';
import type { MediaCollection } from './collections';
import { getEntity, type EntityKey, type MediaEntity } from './entity';
import { watchUntilReady, type WatchResult } from './watch';

/** Which entry to watch. */
export interface WatchedMedia extends EntityKey {
	readonly collection: MediaCollection;
	/** How to call it in messages: the name of the file that was uploaded just now, if one was. */
	readonly name?: string;
}

/** What is known when the watching ends. */
type WaitResult = WatchResult<MediaEntity>;

/**
 * Reads the entry until LinkedIn has processed it, as {@link watchUntilReady} does.
 *
 * @param timeoutMs bounds everything, waits that LinkedIn asks for too; 0 reads once
 * @throws LinkedInError with code `PROCESSING_FAILED`; CancelledError
 */
export function waitUntilAvailable(
	client: LinkedInClient,
	watched: WatchedMedia,
	timeoutMs: number,
): Promise<WaitResult> {
	const { collection, name, urn } = watched;
	const called =
		name === undefined ? `${collection.noun} ${urn}` : `${collection.noun} "${name}" (${urn})`;
	return watchUntilReady(
		client,
		{
			called,
			uploaded: name !== undefined,
			read: (retry) => getEntity(client, collection, watched, retry),
			judge: (entity) => {
				const { status } = entity;
				if (status !== 'PROCESSING_FAILED') return { status, ready: status === 'AVAILABLE' };
				return { status, ready: false, failure: processingFailedError(called, entity) };
			},
		},
		timeoutMs,
	);
}

function processingFailedError(called: string, entity: MediaEntity): LinkedInError {
	const reason = entity.processingFailureReason ?? 'no reason given';
	return new LinkedInError(`LinkedIn could not process the ${called}: ${reason}`, {
		description:
			'All bytes arrived, so sending the same file again will not help. Check the file’s format, length and size against LinkedIn’s specification, and upload it anew.',
		code: 'PROCESSING_FAILED',
	});
}
