import type { LinkedInClient } from '../api/client';
import { isExplained, type LinkedInError } from '../api/error';
import { isTransient, type RetryPolicy } from '../api/retry';
import { Problem } from '../problem';
import { nextPauseMs } from './lookTimes';
import type { WatchedName } from './watchWarnings';
import { unreadableStatusWarning, stillProcessingWarning } from './watchWarnings';

/** What an entity's state means for someone who waits. */
interface Verdict {
	/** LinkedIn's status. */
	readonly status: string;
	readonly ready: boolean;
	/** It will never be ready. */
	readonly failure?: LinkedInError;
}

/**
 * @param most the most milliseconds it may take
 * @returns what another wait's check found meanwhile; the wait then ended early
 */
type Pause<Entity> = (
	milliseconds: number,
	signal: AbortSignal | undefined,
	most: number,
) => Promise<Entity | undefined>;

/** What is watched: the loop itself calls no API. */
interface WatchedSubject<Entity> extends WatchedName {
	/** @param retry in place of the client's own policy */
	readonly read: (retry: RetryPolicy) => Promise<Entity>;
	readonly judge: (entity: Entity) => Verdict;
	/** Waits in place of the client's own sleep. */
	readonly pause?: Pause<Entity>;
	/** Milliseconds between the first two checks. */
	readonly firstPauseMs: number;
	/** There is nothing to check before the first pause is over. */
	readonly pauseFirst?: boolean;
}

/** How long to wait. */
export interface WatchLimits {
	/**
	 * Milliseconds; limits everything, including waits that LinkedIn asks for. 0 checks once,
	 * immediately.
	 */
	readonly timeoutMs: number;
	/** Default: the execution's. */
	readonly signal?: AbortSignal;
}

/** What is known at the end. */
export interface WatchResult<Entity> {
	/** LinkedIn's status, or `UNKNOWN` if it could not be read. */
	readonly status: string;
	readonly entity?: Entity;
	/** Why the status is not the final one. */
	readonly warning?: string;
}

/** Checks after which "not found" is accepted. */
const MAX_NOT_FOUND = 5;

/**
 * Checks until LinkedIn has processed the media, at the times in `lookTimes.ts`.
 *
 * The upload itself is done, so only a failed processing is an error here. If the token can't read
 * the media, or LinkedIn fails all the time, the status is `UNKNOWN`. If the wait takes too long,
 * it ends with the current status. `warning` explains each case.
 *
 * @throws LinkedInError if processing failed; CancelledError
 */
export async function watchUntilReady<Entity>(
	client: LinkedInClient,
	subject: WatchedSubject<Entity>,
	{ timeoutMs, signal }: WatchLimits,
): Promise<WatchResult<Entity>> {
	const { now } = client.options;
	const tries = triesOf(client, timeoutMs);
	const begun = now();
	const deadline = begun + timeoutMs;
	const sleep: Pause<Entity> = subject.pause ?? ownPause(client);
	const pause: Pause<Entity> = (...limits) => {
		client.options.onWaiting?.({ called: subject.called, elapsedMs: now() - begun });
		return sleep(...limits);
	};
	let interval = subject.firstPauseMs;
	let given: Entity | undefined;
	if (subject.pauseFirst && timeoutMs > 0) {
		given = await pause(Math.min(interval, timeoutMs), signal, timeoutMs);
		interval = nextPauseMs(interval);
	}
	for (let looks = 1; ; looks += 1) {
		const seen = given === undefined ? await readOnce(subject, tries) : { entity: given };
		const left = deadline - now();
		let wait = interval;
		if ('error' in seen) {
			const { error } = seen;
			if (left <= 0 || !mayPass(error, looks)) {
				return { status: 'UNKNOWN', warning: unreadableStatusWarning(subject, error) };
			}
			client.retries += 1;
			wait = Math.max(interval, error.retryAfterMs ?? 0);
		} else {
			const { entity } = seen;
			const { status, ready, failure } = subject.judge(entity);
			if (failure) throw failure;
			if (ready || timeoutMs === 0) return { status, entity };
			if (left <= 0) {
				return { status, entity, warning: stillProcessingWarning(subject, status, timeoutMs) };
			}
		}
		given = await pause(Math.min(wait, left), signal, left);
		interval = nextPauseMs(interval);
	}
}

function ownPause({ options }: LinkedInClient): Pause<never> {
	return async (milliseconds, signal) => {
		await options.sleep(milliseconds, signal);
		return undefined;
	};
}

/**
 * While waiting, the loop itself checks again and knows how much time is left; otherwise a short
 * failure is retried, but not a long one.
 */
function triesOf({ options: { retry } }: LinkedInClient, timeoutMs: number): RetryPolicy {
	return timeoutMs === 0
		? { ...retry, maxRetries: Math.min(2, retry.maxRetries), maxRetryAfterMs: 2000 }
		: { ...retry, maxRetries: 0 };
}

/** A new entry may not be found at once; LinkedIn's failures and invalid answers are temporary. */
function mayPass(error: Problem | LinkedInError, looks: number): error is LinkedInError {
	if (error instanceof Problem) return false;
	if (error.status === 404) return looks < MAX_NOT_FOUND;
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
