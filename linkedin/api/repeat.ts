import { CancelledError, ConnectionError, RenewalError } from './http';
import { isSuccess, retryDelay, type FailedTry, type RetryPolicy } from './retry';

/** Clock and dice of every wait between two tries. */
export interface RetryClock {
	/** Waits; rejects with CancelledError when the execution, or `signal`, is aborted. */
	readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
	/** 0 ≤ n < 1. */
	readonly random: () => number;
}

/** Why a try failed, in the words that the user reads should it be the last one. */
interface RequestError extends Error {
	/** Milliseconds after which the server wants to be asked again. */
	readonly retryAfterMs?: number;
	/** Certain that the request was not carried out. */
	readonly notCarriedOut?: boolean;
}

/** What the failures of a request become: LinkedIn's in one way, those of a file's server in another. */
export interface RequestErrors<Answer, Failed extends RequestError> {
	/** The error of an answer whose status is no success. */
	readonly refusalError: (answer: Answer) => Failed;
	/** The error of a success that is none: somebody else than the server gave it. */
	readonly unusableError?: (answer: Answer) => Failed | undefined;
	readonly noAnswerError: (error: ConnectionError) => Failed;
	/** Where the request goes with a token. */
	readonly notRenewedError?: (error: RenewalError) => Failed;
}

/** One request that may be sent several times. */
export interface RepeatedRequest<
	Answer extends { readonly status: number },
	Failed extends RequestError,
> extends RequestErrors<Answer, Failed> {
	readonly send: () => Promise<Answer>;
	/** May be carried out twice without harm: GET, and PUT to an upload URL. */
	readonly repeatable: boolean;
	readonly retry: RetryPolicy;
	/**
	 * Grows with what arrives of the same upload meanwhile: it shows that the line works, and the count of
	 * tries starts anew, at most {@link MOST_RENEWALS} times.
	 */
	readonly arrived?: () => number;
	/** Called for each request that is sent again. */
	readonly onRetry: () => void;
	/** Looked at before each try. */
	readonly signal?: AbortSignal;
}

interface FailedOutcome<Failed> {
	readonly failure: FailedTry;
	readonly error: Failed;
}

/** With them a request is tried at most four times as often as the policy says. */
const MOST_RENEWALS = 3;

/**
 * The one place where requests are repeated: by the retry policy, where that is safe.
 *
 * @returns an answer with a status of success
 * @throws the error of the last try, as the request makes it; CancelledError
 */
export async function sendRepeatedly<
	Answer extends { readonly status: number },
	Failed extends RequestError,
>(clock: RetryClock, request: RepeatedRequest<Answer, Failed>): Promise<Answer> {
	const attemptNumber = countingTries(request.arrived);
	for (;;) {
		if (request.signal?.aborted) throw new CancelledError();
		const outcome = await tryOnce(request);
		if (!('failure' in outcome)) return outcome.answer;
		const { error, failure } = outcome;
		const delay =
			// What was certainly not carried out may go again, even without an idempotency key.
			request.repeatable || error.notCarriedOut
				? retryDelay(request.retry, attemptNumber(), failure, clock.random)
				: undefined;
		if (delay === undefined) throw error;
		request.onRetry();
		await clock.sleep(delay, request.signal);
	}
}

/** @returns gives the number of the try that failed, from 1, since something arrived */
function countingTries(arrived: () => number = () => 0): () => number {
	let failed = 0;
	let renewals = 0;
	let before = arrived();
	return () => {
		failed += 1;
		const now = arrived();
		if (failed > 1 && now > before && renewals < MOST_RENEWALS) {
			renewals += 1;
			failed = 1;
		}
		before = now;
		return failed;
	};
}

async function tryOnce<Answer extends { readonly status: number }, Failed extends RequestError>(
	request: RepeatedRequest<Answer, Failed>,
): Promise<{ answer: Answer } | FailedOutcome<Failed>> {
	try {
		const answer = await request.send();
		if (isSuccess(answer.status)) {
			const unusable = request.unusableError?.(answer);
			if (!unusable) return { answer };
			// As good as no answer.
			return { error: unusable, failure: { status: undefined, retryAfterMs: undefined } };
		}
		const error = request.refusalError(answer);
		return { error, failure: { status: answer.status, retryAfterMs: error.retryAfterMs } };
	} catch (error) {
		if (error instanceof RenewalError && request.notRenewedError) {
			const failure = { status: error.status, retryAfterMs: undefined };
			return { failure, error: request.notRenewedError(error) };
		}
		if (!(error instanceof ConnectionError)) throw error;
		const failure = { status: undefined, retryAfterMs: undefined };
		return { failure, error: request.noAnswerError(error) };
	}
}
