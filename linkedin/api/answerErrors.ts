import { LinkedInError } from './error';
import { errorBodyOf, type ErrorBody } from './errorBody';
import { explainForbidden, type Explanation } from './explainForbidden';
import { explainStatus } from './explainStatus';
import { explainUnauthorized } from './explainUnauthorized';
import type { HttpResponse } from './http';
import type { UnexpectedAnswer } from './parse';
import type { CallPurpose } from './purpose';
import { foreignWords } from './foreignWords';
import { parseRetryAfter } from './retry';
import { throttledMs } from './throttle';
import type { TokenFacts } from './token';

/** An answer whose status is not a success. */
export function refusalError(
	response: HttpResponse,
	purpose: CallPurpose,
	token: TokenFacts,
	now: number,
): LinkedInError {
	const body = errorBodyOf(response);
	const { what, advice } = explain(response.status, body.code, purpose, token);
	const stated = parseRetryAfter(response.headers.get('retry-after'), now);
	const retryAfterMs = stated ?? throttledMs(response.status, body.message);
	const wait =
		retryAfterMs === undefined || retryAfterMs === 0
			? ''
			: ` LinkedIn asks you to wait ${Math.ceil(retryAfterMs / 1000)} seconds.`;
	return new LinkedInError(`Could not ${purpose.doing}: ${what}`, {
		description: `${advice}${wait}`,
		...factsOf(response, body),
		code: body.code,
		retryAfterMs,
		// Refused by the rate limit, before anything was done.
		notCarriedOut: response.status === 429,
	});
}

function explain(
	status: number,
	code: string | undefined,
	purpose: CallPurpose,
	token: TokenFacts,
): Explanation {
	if (status === 401) return explainUnauthorized(token);
	if (status === 403) return explainForbidden(purpose.right, purpose.owner, purpose.account, token);
	return explainStatus(status, code);
}

/** A success whose body is not what LinkedIn documents. */
export function unusableAnswerError(
	error: UnexpectedAnswer,
	response: HttpResponse,
	purpose: CallPurpose,
): LinkedInError {
	return new LinkedInError(`Could not ${purpose.doing}: LinkedIn’s response can’t be used`, {
		description: `Problem in the response: ${error.message}. Nothing else was sent. Try again. If it fails again, please report it with the request ID.`,
		...factsOf(response),
		code: 'UNEXPECTED_ANSWER',
		cause: error,
	});
}

/** What an error keeps of an answer. @param body the part of it that is shown; default: nothing */
export function factsOf(
	response: HttpResponse,
	{ code, message }: ErrorBody = { code: undefined, message: undefined },
): { words: string; status: number; requestId: string | undefined } {
	const { status, headers } = response;
	const id = headers.get('x-li-uuid') ?? headers.get('x-li-request-id');
	const requestId = id === undefined ? undefined : foreignWords(id);
	const facts = [
		`status ${status}`,
		code,
		requestId === undefined ? undefined : `request id ${requestId}`,
	]
		.filter((fact) => fact !== undefined)
		.join(', ');
	const words =
		message === undefined
			? `LinkedIn responded with ${facts}.`
			: `LinkedIn said: "${foreignWords(message)}" (${facts}).`;
	return { words, status, requestId };
}
