import type { LinkedInClient } from '../api/client';
import { isExplained, type LinkedInError } from '../api/error';
import { isTransient, type RetryPolicy } from '../api/retry';
import { Problem } from '../problem';
import type { WatchedName } from './watchWarnings';
import { unreadableStatusWarning, stillProcessingWarning } from './watchWarnings';

/** What an entity's state means for someone who waits. */
interface Verdict {
	/** LinkedIn's word. */
	readonly status: string;
	readonly ready: boolean;
	/** It will never be ready. */
	readonly failure?: LinkedInError;
}

/** What is watched: the loop itself knows no API. */
interface WatchedSubject<Entity> extends WatchedName {
	/** @param retry in place of the client's own policy */
	readonly read: (retry: RetryPolicy) => Promise<Entity>;
	readonly judge: (entity: Entity) => Verdict;
}

/** What is known when the watching ends. */
export interface WatchResult<Entity> {
	/** LinkedIn's word, or `UNKNOWN` where it could not be read. */
	readonly status: string;
	readonly entity?: Entity;
	/** Why the status is not the final one. */
	readonly warning?: string;
}

const FIRST_INTERVAL_MS = 1000;
const GROWTH = 1.5;
const LONGEST_INTERVAL_MS = 30_000;
/** Reads after which "not found" is believed. */
const MAX_NOT_FOUND = 5;

/**
 * Reads until LinkedIn has processed the media. LinkedIn documents no polling interval: short at
 * first, because images take seconds, then growing to half a minute, because videos take minutes.
 *
 * The upload itself is done, so nothing but the verdict's own failure is an error here: a token that
 * may not read ends as `UNKNOWN`; so does a LinkedIn that fails for all of the time. A wait that
 * takes too long ends with the status it has. Each says so in `warning`.
 *
 * @param timeoutMs bounds everything, waits that LinkedIn asks for too; 0 reads once
 * @throws LinkedInError of the verdict; CancelledError
 */
export async function watchUntilReady<Entity>(
	client: LinkedInClient,
	subject: WatchedSubject<Entity>,
	timeoutMs: number,
): Promise<WatchResult<Entity>> {
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
		const seen = await readOnce(subject, tries);
		const left = deadline - now();
		let pause = interval;
		if ('error' in seen) {
			const { error } = seen;
			if (left <= 0 || !mayPass(error, reads)) {
				return { status: 'UNKNOWN', warning: unreadableStatusWarning(subject, error) };
			}
			client.retries += 1;
			pause = Math.max(interval, error.retryAfterMs ?? 0);
		} else {
			const { entity } = seen;
			const { status, ready, failure } = subject.judge(entity);
			if (failure) throw failure;
			if (ready || timeoutMs === 0) return { status, entity };
			if (left <= 0) {
				return { status, entity, warning: stillProcessingWarning(subject, status, timeoutMs) };
			}
		}
		await sleep(Math.min(pause, left));
		interval = Math.min(interval * GROWTH, LONGEST_INTERVAL_MS);
	}
}

/** A new entry may not be found at once; LinkedIn's failures and broken answers pass. */
function mayPass(error: Problem | LinkedInError, reads: number): error is LinkedInError {
	if (error instanceof Problem) return false;
	if (error.status === 404) return reads < MAX_NOT_FOUND;
	return isTransient(error.status) || error.code === 'UNEXPECTED_ANSWER';
}

async function readOnce<Entity>(
	subject: WatchedSubject<Entity>,
	retry: RetryPolicy,
): Promise<{ entity: Entity } | { error: LinkedInError | Problem }> {
	try {
		return { entity: await subject.read(retry) };
	} catch (error) {
		if (isExplained(error)) return { error };
		throw error;
	}
}
