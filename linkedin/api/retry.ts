/** When to retry a request and how long to wait before. Just data: see {@link retryDelay}. */
export interface RetryPolicy {
	/** Tries after the first one. */
	readonly maxRetries: number;
	/** Milliseconds: the first wait is up to this, each further one up to twice as much. */
	readonly baseDelayMs: number;
	/** Milliseconds: no computed wait is longer. */
	readonly maxDelayMs: number;
	/** Milliseconds: a longer `Retry-After` is not waited for; the error mentions it instead. */
	readonly maxRetryAfterMs: number;
}

export const DEFAULT_RETRY: RetryPolicy = {
	maxRetries: 5,
	baseDelayMs: 500,
	maxDelayMs: 30_000,
	maxRetryAfterMs: 300_000,
};

/** What went wrong: an answer with a status, or no answer at all. */
export interface FailedTry {
	/** Undefined: no answer came. */
	readonly status: number | undefined;
	/** Milliseconds, as LinkedIn asked. */
	readonly retryAfterMs: number | undefined;
}

/** Worth another try: no answer, request timeout, too many requests, LinkedIn's own failures. */
export function isTransient(status: number | undefined): boolean {
	return status === undefined || status === 408 || status === 429 || status >= 500;
}

/**
 * LinkedIn may still have carried it out: no answer came, or one that doesn't say. An error with a
 * success status is one of these: the answer was not what LinkedIn documents, such as a gateway's
 * page.
 */
export function isUnclear(error: {
	readonly status: number | undefined;
	readonly notCarriedOut: boolean;
}): boolean {
	const { status, notCarriedOut } = error;
	return !notCarriedOut && (isTransient(status) || isSuccess(status));
}

export function isSuccess(status: number | undefined): boolean {
	return status !== undefined && status >= 200 && status < 300;
}

/**
 * Milliseconds to wait before try number `attempt` + 1, or undefined to give up.
 *
 * Exponential with full jitter, so that many workflows that failed together don't retry together.
 * If LinkedIn asks for more with `Retry-After`, that wait, with some jitter for the same reason.
 * Only for requests that may safely be repeated (GET, PUT to an upload URL) or were certainly not
 * carried out: initialize, finalize and create have no idempotency key.
 *
 * @param attempt the number of the try that failed, from 1
 * @param random 0 ≤ n < 1
 */
export function retryDelay(
	policy: RetryPolicy,
	attempt: number,
	failure: FailedTry,
	random: () => number,
): number | undefined {
	if (attempt > policy.maxRetries || !isTransient(failure.status)) return undefined;
	const ceiling = Math.min(policy.maxDelayMs, policy.baseDelayMs * 2 ** (attempt - 1));
	const own = Math.floor(random() * ceiling);
	const asked = failure.retryAfterMs;
	if (asked === undefined) return own;
	if (asked > policy.maxRetryAfterMs) return undefined;
	return Math.max(own, asked + Math.floor(random() * policy.baseDelayMs));
}

/** `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, 5.6.7). */
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} [\d:]{8} GMT$/;

/**
 * Milliseconds from a `Retry-After` header: seconds or an HTTP date (RFC 9110, 10.2.3).
 *
 * @returns undefined if the header is absent or cannot be read
 */
export function parseRetryAfter(value: string | undefined, now: number): number | undefined {
	if (value === undefined) return undefined;
	if (/^\s*[0-9]+\s*$/.test(value)) return Number(value) * 1000;
	// Date.parse alone would read `-1` as a day in 2001.
	const date = HTTP_DATE.test(value.trim()) ? Date.parse(value) : Number.NaN;
	return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
