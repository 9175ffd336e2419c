import {
	CancelledError,
	ConnectionError,
	type HttpRequest,
	type HttpResponse,
	type SendBytes,
} from '../../linkedin/api/http';
import { foreignWords } from '../../linkedin/api/foreignWords';
import { Problem } from '../../linkedin/problem';
import { toAnswer, withText } from './answers';
import type { Caller } from './connection';
import { openAnswer, textOf } from './openAnswer';
import { withinLimit } from './withinLimit';

/**
 * Pre-signed URLs, and everything else that is requested without a token. Each request has a
 * separate connection, which can't be observed: an answer counts as an answer to the whole body,
 * which is true for LinkedIn, whose ETag depends on the bytes it has read.
 */
export function sendPlain(caller: Caller): SendBytes {
	return (request, signal) =>
		exchangePlain(caller, request, signal).catch((error: unknown) =>
			toAnswer(error, request, signal),
		);
}

/** @throws CancelledError; ConnectionError for a time limit that was reached; whatever n8n throws */
export function exchangePlain(
	caller: Caller,
	request: HttpRequest,
	signal: AbortSignal | undefined,
): Promise<HttpResponse> {
	let begun = false;
	return withinLimit(
		request,
		signal,
		async (over) => {
			const { body, ...answer } = await openAnswer(caller, request, { signal: over });
			begun = true;
			return withText(answer, await textOf(body, over));
		},
		() => (begun ? 'BODY_TIMEOUT' : undefined),
	);
}

/**
 * What n8n threw although every status is an answer: a cancel, a failed connection, or its own
 * refusal to send.
 *
 * @param refusal creates the error for n8n's refusal, from its reason
 */
export function connectionErrorOf(
	error: unknown,
	url: string,
	signal: AbortSignal | undefined,
	refusal: (reason: string) => Problem,
): Error {
	if (error instanceof Problem) return error;
	try {
		const { status } = toAnswer(error, { url }, signal);
		return new ConnectionError(`the response was cut off (status ${status})`, 'ECONNRESET');
	} catch (known) {
		if (known instanceof CancelledError || known instanceof ConnectionError) return known;
		return refusal(error instanceof Error ? foreignWords(error.message) : 'unknown reason');
	}
}
