import type { IHttpRequestOptions } from 'n8n-workflow';

import {
	CancelledError,
	NO_LONGER_NEEDED,
	ResponseHeaders,
	type HttpRequest,
} from '../../linkedin/api/http';
import { recordOf } from '../../linkedin/api/parse';
import { boundedText } from './boundedText';
import type { Caller } from './connection';
import { FILES_AS_ERRORS, fileAnswerIn, packingIn } from './fileRequest';
import { requestOptions } from './requestOptions';
import { isStream, OpenStream } from './stream';
import { withinLimit } from './withinLimit';

/** An answer whose body has not been read yet. */
export interface OpenedAnswer {
	readonly status: number;
	readonly headers: ResponseHeaders;
	/** A stream if n8n returns one; a text if it has read it itself. */
	readonly body: OpenStream | string | undefined;
	/** How the body was compressed, if n8n's HTTP library has decompressed it, and as far as is known. */
	readonly unpacked?: string;
	/** Closes the connection; also needed if the body is not read. */
	end(): void;
}

interface Opening {
	/** Ends the answer's body. */
	readonly signal: AbortSignal | undefined;
	/** Ends the request, as long as there is no answer. Default: the same. */
	readonly asking?: AbortSignal;
	/** The answer may contain a file, so it matters how it was compressed. */
	readonly asFile?: boolean;
}

/**
 * The only place that calls n8n's plain helper: no token is sent, n8n's proxy and its network
 * policy (which may forbid private IP addresses) apply, and every status is an answer. It resolves
 * when the body starts.
 *
 * @throws CancelledError, and whatever n8n throws: see `toAnswer`, `connectionErrorOf`
 */
export function openAnswer(
	caller: Caller,
	request: HttpRequest,
	opening: Opening,
): Promise<OpenedAnswer> {
	const options = {
		...requestOptions(request, 'stream'),
		ignoreHttpStatusErrors: opening.asFile === true ? FILES_AS_ERRORS : true,
	} as const;
	return openBy(caller.helpers, options, opening);
}

/**
 * The same with the caller's own options.
 *
 * @param options in the helper's form, with `stream` as their encoding
 */
export async function openBy(
	helpers: Caller['helpers'],
	options: IHttpRequestOptions,
	{ signal, asking = signal, asFile = false }: Opening,
): Promise<OpenedAnswer> {
	if (asking?.aborted) throw new CancelledError();
	// Destroying the stream that n8n returns leaves the connection open: only a signal closes it.
	const connection = new AbortController();
	let endConnection = (): void => undefined;
	const end = (): void => {
		connection.abort(NO_LONGER_NEEDED);
		endConnection();
	};
	asking?.addEventListener('abort', end, { once: true });
	try {
		const full: unknown = await helpers
			.httpRequest({ ...options, abortSignal: connection.signal })
			.catch((error: unknown) => {
				if (!asFile) throw error;
				const answer = fileAnswerIn(error);
				({ endConnection } = answer);
				if (connection.signal.aborted) endConnection();
				return answer;
			});
		const { statusCode, headers, body, rawHeaders } = recordOf(full);
		const stream = isStream(body) ? new OpenStream(body, signal, end, 'from sockets') : undefined;
		const given = new ResponseHeaders(recordOf(headers));
		return {
			status: typeof statusCode === 'number' ? statusCode : 0,
			headers: given,
			body: stream ?? (typeof body === 'string' ? body : undefined),
			unpacked: given.get('content-encoding') === undefined ? packingIn(rawHeaders) : undefined,
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
 * The same, within the request's time limit; the reader limits the time for the body.
 *
 * @throws ConnectionError too, if the answer doesn't start in time
 */
export function openInTime(
	caller: Caller,
	request: HttpRequest,
	opening: Omit<Opening, 'asking'>,
): Promise<OpenedAnswer> {
	return withinLimit(request, opening.signal, (asking) =>
		openAnswer(caller, request, { ...opening, asking }),
	);
}

/** The text of a body, up to the limit: see `boundedText`. */
export function textOf(
	body: OpenedAnswer['body'],
	signal: AbortSignal | undefined,
): Promise<string | undefined> {
	const chunks = body instanceof OpenStream ? body.watchedChunks() : oneChunk(body);
	return boundedText(chunks, signal);
}

async function* oneChunk(text = ''): AsyncGenerator<Buffer, void, undefined> {
	yield await Promise.resolve(Buffer.from(text));
}
