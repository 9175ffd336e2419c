import { CancelledError, ResponseHeaders, type HttpRequest } from '../../linkedin/api/http';
import { recordOf } from '../../linkedin/api/parse';
import type { Caller } from './connection';
import { requestOptions } from './requestOptions';
import { isStream, OpenStream } from './stream';
import { withinLimit } from './withinLimit';

/** An answer whose body nobody has read yet. */
export interface OpenedAnswer {
	readonly status: number;
	readonly headers: ResponseHeaders;
	/** A stream, where n8n gives one; a text where it has read it itself. */
	readonly body: OpenStream | string | undefined;
	/** Ends the connection; also needed where the body is not wanted. */
	end(): void;
}

/**
 * The one door to n8n's plain helper: no token goes along, n8n's proxy and its network policy (which
 * may forbid private addresses) apply, and every status is an answer. It is there when its body begins.
 *
 * @param signal ends the answer's body
 * @param asking ends the request, as long as there is no answer
 * @throws CancelledError, and whatever n8n throws: see `toAnswer`, `connectionErrorOf`
 */
export async function openAnswer(
	caller: Caller,
	request: HttpRequest,
	signal: AbortSignal | undefined,
	asking = signal,
): Promise<OpenedAnswer> {
	if (asking?.aborted) throw new CancelledError();
	// Destroying the stream that n8n hands out leaves the connection open: only a signal ends it.
	const connection = new AbortController();
	const end = (): void => {
		connection.abort();
	};
	asking?.addEventListener('abort', end, { once: true });
	try {
		const full: unknown = await caller.helpers.httpRequest({
			...requestOptions(request, 'stream'),
			ignoreHttpStatusErrors: true,
			abortSignal: connection.signal,
		});
		const { statusCode, headers, body } = recordOf(full);
		const stream = isStream(body) ? new OpenStream(body, signal, end) : undefined;
		return {
			status: typeof statusCode === 'number' ? statusCode : 0,
			headers: new ResponseHeaders(recordOf(headers)),
			body: stream ?? (typeof body === 'string' ? body : undefined),
			end: () => {
				if (stream) stream.end();
				else end();
			},
		};
	} finally {
		asking?.removeEventListener('abort', end);
	}
}

/**
 * The same, within the request's bound: how long the body may take is its reader's concern.
 *
 * @throws ConnectionError too, where the answer does not begin in time
 */
export function openInTime(
	caller: Caller,
	request: HttpRequest,
	signal: AbortSignal | undefined,
): Promise<OpenedAnswer> {
	return withinLimit(request, signal, (asking) => openAnswer(caller, request, signal, asking));
}
