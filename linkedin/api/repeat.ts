import type { LinkedInError } from './error';
import { noAnswer, notRenewed, type Purpose } from './failure';
import { CancelledError, ConnectionError, RenewalError, type HttpResponse } from './http';
import { retryDelay, type Failure, type RetryPolicy } from './retry';

/** Clock and dice of every wait between two tries. */
export interface Waiting {
	/** Waits; rejects with CancelledError when the execution, or `signal`, is aborted. */
	readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
	/** 0 ≤ n < 1. */
	readonly random: () => number;
}

/** One request that may be sent several times. */
export interface Request {
	readonly send: () => Promise<HttpResponse>;
	readonly purpose: Purpose;
	/** May be carried out twice without harm: GET, and PUT to an upload URL. */
	readonly repeatable: boolean;
	readonly retry: RetryPolicy;
	/** The error of an answer whose status is no success. */
	readonly refusal: (response: HttpResponse) => LinkedInError;
	/** Called for each request that is sent again. */
	readonly onRetry: () => void;
	/** Looked at before each try. */
	readonly signal?: AbortSignal;
}

interface FailedTry {
	readonly failure: Failure;
	readonly error: LinkedInError;
}

/**
 * The one place where requests are repeated: by the retry policy, where that is safe.
 *
 * @returns an answer with a status of success
 * @throws LinkedInError of the last try; CancelledError
 */
export async function sendRepeatedly(waiting: Waiting, request: Request): Promise<HttpResponse> {
	for (let attempt = 1; ; attempt += 1) {
		if (request.signal?.aborted) throw new CancelledError();
		const outcome = await tryOnce(request);
		if (!('failure' in outcome)) return outcome.response;
		const delay =
			// What was certainly not carried out may go again, even without an idempotency key.
			request.repeatable || outcome.error.notCarriedOut
				? retryDelay(request.retry, attempt, outcome.failure, waiting.random)
				: undefined;
		if (delay === undefined) throw outcome.error;
		request.onRetry();
		await waiting.sleep(delay, request.signal);
	}
}

async function tryOnce(request: Request): Promise<{ response: HttpResponse } | FailedTry> {
	const { purpose } = request;
	try {
		const response = await request.send();
		if (response.status >= 200 && response.status < 300) return { response };
		const error = request.refusal(response);
		const failure = { status: response.status, retryAfterMs: error.retryAfterMs };
		return { failure, error };
	} catch (error) {
		if (error instanceof RenewalError) {
			const failure = { status: error.status, retryAfterMs: undefined };
			return { failure, error: notRenewed(error, purpose) };
		}
		if (!(error instanceof ConnectionError)) throw error;
		return {
			failure: { status: undefined, retryAfterMs: undefined },
			error: noAnswer(error, purpose, !request.repeatable && !error.neverSent),
		};
	}
}
