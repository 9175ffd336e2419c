import type { LinkedInClient } from '../api/client';
import { isExplained, type LinkedInError } from '../api/error';
import { isTransient, type RetryPolicy } from '../api/retry';
import { Problem } from '../problem';
import { nextPauseMs } from './lookTimes';
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

/**
 * @param most milliseconds that it may take at most
 * @returns what somebody else's look has seen meanwhile; then the wait ended early
 */
type Pause<Entity> = (
	milliseconds: number,
	signal: AbortSignal | undefined,
	most: number,
) => Promise<Entity | undefined>;

/** What is watched: the loop itself knows no API. */
interface WatchedSubject<Entity> extends WatchedName {
	/** @param retry in place of the client's own policy */
	readonly read: (retry: RetryPolicy) => Promise<Entity>;
	readonly judge: (entity: Entity) => Verdict;
	/** Waits in place of the client's own sleep. */
	readonly pause?: Pause<Entity>;
	/** Milliseconds between the first two looks. */
	readonly firstPauseMs: number;
	/** There is nothing to see before the first pause is over. */
	readonly pauseFirst?: boolean;
}

/** For how long. */
export interface WatchLimits {
	/** Milliseconds; bounds everything, waits that LinkedIn asks for too. 0 looks once, at once. */
	readonly timeoutMs: number;
	/** Default: the execution's. */
	readonly signal?: AbortSignal;
}

/** What is known when the watching ends. */
export interface WatchResult<Entity> {
	/** LinkedIn's word, or `UNKNOWN` where it could not be read. */
	readonly status: string;
	readonly entity?: Entity;
	/** Why the status is not the final one. */
	readonly warning?: string;
}

/** Looks after which "not found" is believed. */
const MAX_NOT_FOUND = 5;

/**
 * Looks until LinkedIn has processed the media, at the times of `lookTimes.ts`.
 *
 * The upload itself is done, so nothing but the verdict's own failure is an error here: a token that
 * may not read ends as `UNKNOWN`; so does a LinkedIn that fails for all of the time. A wait that
 * takes too long ends with the status it has. Each says so in `warning`.
 *
 * @throws LinkedInError of the verdict; CancelledError
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
 * Waiting, the loop itself comes again and knows how much time is left; otherwise a hiccup may pass,
 * but nobody asked to sit out a long one.
 */
function triesOf({ options: { retry } }: LinkedInClient, timeoutMs: number): RetryPolicy {
	return timeoutMs === 0
		? { ...retry, maxRetries: Math.min(2, retry.maxRetries), maxRetryAfterMs: 2000 }
		: { ...retry, maxRetries: 0 };
}

/** A new entry may not be found at once; LinkedIn's failures and broken answers pass. */
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
