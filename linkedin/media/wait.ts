import type { LinkedInClient } from '../api/client';
import { LinkedInError } from '../api/error';
import { isTransient, type RetryPolicy } from '../api/retry';
import { Problem } from '../problem';
import type { Collection } from './collections';
import { getEntity, type EntityKey, type MediaEntity } from './entity';

/** Which entry to watch. */
export interface Watched extends EntityKey {
	readonly collection: Collection;
	/** How to call it in messages: the file's name. */
	readonly name: string;
}

/** What is known when the watching ends. */
export interface WaitResult {
	/** LinkedIn's word, or `UNKNOWN` where it could not be read. */
	readonly status: string;
	readonly entity?: MediaEntity;
	/** Why the status is not the final one. */
	readonly warning?: string;
}

const FIRST_INTERVAL_MS = 1000;
const GROWTH = 1.5;
const LONGEST_INTERVAL_MS = 30_000;
/** Reads after which "not found" is believed. */
const MAX_NOT_FOUND = 5;

/**
 * Reads the entry until LinkedIn has processed it. LinkedIn documents no polling interval: short
 * at first, because images take seconds, then growing to half a minute, because videos take minutes.
 *
 * The upload itself is done, so nothing but LinkedIn's own PROCESSING_FAILED is an error here: a
 * token that may not read ends as `UNKNOWN`; so does a LinkedIn that fails for all of the time. A
 * wait that takes too long ends with the status it has. Each says so in `warning`.
 *
 * @param timeoutMs bounds everything, waits that LinkedIn asks for too; 0 reads once
 * @throws LinkedInError with code `PROCESSING_FAILED`; CancelledError
 */
export async function waitUntilAvailable(
	client: LinkedInClient,
	watched: Watched,
	timeoutMs: number,
): Promise<WaitResult> {
	const { now, sleep, retry } = client.options;
	// Waiting, the loop itself comes again and knows how much time is left; otherwise a hiccup may
	// pass, but nobody asked to sit out a long one.
	const tries =
		timeoutMs === 0
			? { ...retry, maxRetries: Math.min(2, retry.maxRetries), maxRetryAfterMs: 2000 }
			: { ...retry, maxRetries: 0 };
	const deadline = now() + timeoutMs;
	let interval = FIRST_INTERVAL_MS;
	for (let reads = 1; ; reads += 1) {
		const seen = await read(client, watched, tries);
		const left = deadline - now();
		let pause = interval;
		if (seen instanceof Problem || seen instanceof LinkedInError) {
			if (left <= 0 || !mayPass(seen, reads)) {
				return { status: 'UNKNOWN', warning: cannotRead(watched, seen) };
			}
			client.retries += 1;
			pause = Math.max(interval, seen.retryAfterMs ?? 0);
		} else {
			if (seen.status === 'PROCESSING_FAILED') throw processingFailed(watched, seen);
			const found = { status: seen.status, entity: seen };
			if (seen.status === 'AVAILABLE' || timeoutMs === 0) return found;
			if (left <= 0) return { ...found, warning: tooLong(watched, seen.status, timeoutMs) };
		}
		await sleep(Math.min(pause, left));
		interval = Math.min(interval * GROWTH, LONGEST_INTERVAL_MS);
	}
}

/** A new entry may not be found at once; LinkedIn's failures and broken answers pass. */
function mayPass(seen: Problem | LinkedInError, reads: number): seen is LinkedInError {
	if (seen instanceof Problem) return false;
	if (seen.status === 404) return reads < MAX_NOT_FOUND;
	return isTransient(seen.status) || seen.code === 'UNEXPECTED_ANSWER';
}

async function read(
	client: LinkedInClient,
	watched: Watched,
	retry: RetryPolicy,
): Promise<MediaEntity | LinkedInError | Problem> {
	try {
		return await getEntity(client, watched.collection, watched, retry);
	} catch (error) {
		if (error instanceof LinkedInError || error instanceof Problem) return error;
		throw error;
	}
}

function cannotRead(watched: Watched, error: LinkedInError | Problem): string {
	return `The ${describe(watched)} was uploaded, but its status could not be read. ${error.message}. ${error.description ?? ''}`;
}

function tooLong(watched: Watched, status: string, timeoutMs: number): string {
	return `The ${describe(watched)} was uploaded and is still ${status} after ${seconds(timeoutMs)}. LinkedIn goes on by itself; raise "Wait Timeout" to wait longer.`;
}

function seconds(milliseconds: number): string {
	const count = Math.round(milliseconds / 1000);
	return `${count} ${count === 1 ? 'second' : 'seconds'}`;
}

function processingFailed(watched: Watched, entity: MediaEntity): LinkedInError {
	const reason = entity.processingFailureReason ?? 'no reason given';
	return new LinkedInError(`LinkedIn could not process the ${describe(watched)}: ${reason}`, {
		description:
			'All bytes arrived, so sending the same file again will not help. Check the file’s format, length and size against LinkedIn’s specification, and upload it anew.',
		code: 'PROCESSING_FAILED',
	});
}

function describe(watched: Watched): string {
	return `${watched.collection.noun} "${watched.name}" (${watched.urn})`;
}
