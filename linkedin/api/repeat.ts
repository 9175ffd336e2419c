import { CancelledError, ConnectionError, RenewalError } from './http';
import { isSuccess, retryDelay, type FailedTry, type RetryPolicy } from './retry';

/** Clock and random numbers for every wait between two tries. */
export interface RetryClock {
	/** Waits; rejects with CancelledError when the execution, or `signal`, is aborted. */
	readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
	/** 0 ≤ n < 1. */
	readonly random: () => number;
}

/** Why a try failed, in the words that the user reads if it was the last one. */
interface RequestError extends Error {
	/** Milliseconds to wait before the next try, as the server asked. */
	readonly retryAfterMs?: number;
	/** Certain that the request was not carried out. */
	readonly notCarriedOut?: boolean;
}

/** The errors that failures of a request become: LinkedIn's differ from those of a file's server. */
export interface RequestErrors<Answer, Failed extends RequestError> {
	/** The error for an answer whose status is not a success. */
	readonly refusalError: (answer: Answer) => Failed;
	/** The error for a false success: it did not come from the server itself. */
	readonly unusableError?: (answer: Answer) => Failed | undefined;
	readonly noAnswerError: (error: ConnectionError) => Failed;
	/** For requests with a token: the error if the token could not be renewed. */
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
	 * Grows with whatever else of the same upload arrives meanwhile. That shows that the line works,
	 * so the count of tries restarts, at most {@link MOST_RENEWALS} times.
	 */
	readonly arrived?: () => number;
	/** Called for each retry. */
	readonly onRetry: () => void;
	/** Checked before each try. */
	readonly signal?: AbortSignal;
}

interface FailedOutcome<Failed> {
	readonly failure: FailedTry;
	readonly error: Failed;
}

/** With them a request is tried at most four times as often as the policy says. */
const MOST_RENEWALS = 3;

/**
 * The one place where requests are repeated: by the retry policy, if that is safe.
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
			// What was certainly not carried out may be sent again, even without an idempotency key.
			request.repeatable || error.notCarriedOut
				? retryDelay(request.retry, attemptNumber(), failure, clock.random)
				: undefined;
		if (delay === undefined) throw error;
		request.onRetry();
		await clock.sleep(delay, request.signal);
	}
}

/**
 * @returns a function for the number of the failed try, from 1, counted since something last
 * arrived
 */
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
