import type { LinkedInClient } from '../api/client';
import { LinkedInError } from '../api/error';
import type { MediaCollection } from './collections';
import { getEntity, type EntityKey, type MediaEntity } from './entity';
import { firstPauseMs } from './lookTimes';
import type { SharedLooks } from './sharedLooks';
import { watchUntilReady, type WatchLimits, type WatchResult } from './watch';

/** Which entry to watch. */
export interface WatchedMedia extends EntityKey {
	readonly collection: MediaCollection;
	/** Its name in messages: the file that was uploaded just now, if any. */
	readonly name?: string;
	/** Size of that file. */
	readonly bytes?: number;
	/** It was checked just now, and is not ready: a wait for it begins with a pause. */
	readonly wasRead?: boolean;
}

/** How messages name media, with the noun: `video "talk.mp4" (urn:li:video:1)`. */
export function calledMedia({
	collection,
	urn,
	name,
}: Pick<WatchedMedia, 'collection' | 'urn' | 'name'>): string {
	return name === undefined ? `${collection.noun} ${urn}` : `${collection.noun} "${name}" (${urn})`;
}

/** How long, and with which other waits. */
interface MediaWait extends WatchLimits {
	/** Those of the run, if others may wait at the same time; requires `signal`. */
	readonly looks?: SharedLooks;
}

/** What is known at the end. */
type WaitResult = WatchResult<MediaEntity>;

/**
 * Reads the entry until LinkedIn has processed it: see {@link watchUntilReady}.
 *
 * @throws LinkedInError with code `PROCESSING_FAILED`; CancelledError
 */
export function waitUntilAvailable(
	client: LinkedInClient,
	watched: WatchedMedia,
	{ looks, ...limits }: MediaWait,
): Promise<WaitResult> {
	const { collection, name, bytes, wasRead = false } = watched;
	const called = calledMedia(watched);
	const isVideo = collection.urnType === 'video';
	const look = limits.timeoutMs > 0 ? looks?.of(client, collection, watched) : undefined;
	return watchUntilReady(
		client,
		{
			called,
			uploaded: name !== undefined,
			read: look?.read ?? ((retry) => getEntity(client, collection, watched, retry)),
			pause: look?.pause,
			firstPauseMs: firstPauseMs({ isVideo, bytes }),
			pauseFirst: isVideo && (name !== undefined || wasRead),
			judge: (entity) => {
				const { status } = entity;
				if (status !== 'PROCESSING_FAILED') return { status, ready: status === 'AVAILABLE' };
				return { status, ready: false, failure: processingFailedError(called, entity) };
			},
		},
		limits,
	);
}

/** Media that LinkedIn will never have ready. @param called with its noun: `video urn:li:video:1` */
export function processingFailedError(called: string, entity: MediaEntity): LinkedInError {
	const reason = entity.processingFailureReason ?? 'LinkedIn gave no reason';
	return new LinkedInError(`LinkedIn could not process the ${called}: ${reason}`, {
		description:
			'The whole file arrived, so uploading it again won’t help. Fix the file (format, length or size), then upload the corrected file.',
		code: 'PROCESSING_FAILED',
	});
}
