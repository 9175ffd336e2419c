import type { IHttpRequestOptions } from 'n8n-workflow';

import {
	CancelledError,
	ConnectionError,
	type HttpRequest,
	type HttpResponse,
	type SendBytes,
} from '../../linkedin/api/http';
import { redact } from '../../linkedin/api/redact';
import type { Problem } from '../../linkedin/problem';
import { toAnswer, toHttpResponse } from './answers';
import type { Caller } from './connection';

/** A request in n8n's form: no redirect is followed, the whole answer comes back. */
export function requestOptions(
	request: HttpRequest,
	encoding: 'text' | 'stream' = 'text',
): IHttpRequestOptions {
	return {
		method: request.method,
		url: request.url,
		headers: { ...request.headers },
		...(request.body === undefined ? {} : { body: request.body }),
		timeout: request.timeoutMs,
		encoding,
		returnFullResponse: true,
		disableFollowRedirect: true,
	};
}

/** Statuses of answers that bring a file. */
export const WITH_FILE = [200, 203, 206];

/**
 * The one door to n8n's plain helper: no token goes along, n8n's proxy and its network policy (which
 * may forbid private addresses) apply, and every status is an answer.
 *
 * @param body whether the answer's body comes as text, or as a stream that nobody has read yet; a `file`
 *   is a stream too, and comes as an error: see `fileRequest.ts`
 * @returns n8n's full response, its form not trusted
 * @throws CancelledError, and whatever n8n throws: see {@link toAnswer}, {@link connectionErrorOf}
 */
export async function requestPlain(
	caller: Caller,
	request: HttpRequest,
	signal: AbortSignal | undefined,
	body: 'text' | 'stream' | 'file',
): Promise<unknown> {
	if (signal?.aborted) throw new CancelledError();
	const full: unknown = await caller.helpers.httpRequest({
		...requestOptions(request, body === 'text' ? 'text' : 'stream'),
		ignoreHttpStatusErrors: body === 'file' ? { ignore: true, except: WITH_FILE } : true,
		abortSignal: signal,
	});
	return full;
}

/**
 * Pre-signed URLs, and whatever else is asked for without a token. A connection of its own for each
 * request, which is not to be seen: an answer is taken as one to the whole body, as LinkedIn's is, whose
 * ETag is that of the bytes it has read.
 */
export function sendPlain(caller: Caller): SendBytes {
	return (request, signal): Promise<HttpResponse> =>
		requestPlain(caller, request, signal, 'text').then(toHttpResponse, (error: unknown) =>
			toAnswer(error, request, signal),
		);
}

/**
 * What n8n threw though every status is an answer: a cancel, a connection that failed, or its own
 * refusal to send.
 *
 * @param refusal makes n8n's refusal an error, from its reason
 */
export function connectionErrorOf(
	error: unknown,
	url: string,
	signal: AbortSignal | undefined,
	refusal: (reason: string) => Problem,
): Error {
	try {
		const { status } = toAnswer(error, { url }, signal);
		return new ConnectionError(`the answer broke off (status ${status})`, 'ECONNRESET');
	} catch (known) {
		if (known instanceof CancelledError || known instanceof ConnectionError) return known;
		return refusal(error instanceof Error ? redact(error.message) : 'unknown reason');
	}
}
