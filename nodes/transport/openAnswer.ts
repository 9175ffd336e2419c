import type { IHttpRequestOptions } from 'n8n-workflow';

import { CancelledError, ResponseHeaders, type HttpRequest } from '../../linkedin/api/http';
import { recordOf } from '../../linkedin/api/parse';
import { boundedText } from './boundedText';
import type { Caller } from './connection';
import { FILES_AS_ERRORS, fileAnswerIn, packingIn } from './fileRequest';
import { requestOptions } from './requestOptions';
import { isStream, OpenStream } from './stream';
import { withinLimit } from './withinLimit';

/** An answer whose body nobody has read yet. */
export interface OpenedAnswer {
	readonly status: number;
	readonly headers: ResponseHeaders;
	/** A stream, where n8n gives one; a text where it has read it itself. */
	readonly body: OpenStream | string | undefined;
	/** How the body came packed, where n8n's HTTP library has unpacked it, and as far as it shows. */
	readonly unpacked?: string;
	/** Ends the connection; also needed where the body is not wanted. */
	end(): void;
}

interface Opening {
	/** Ends the answer's body. */
	readonly signal: AbortSignal | undefined;
	/** Ends the request, as long as there is no answer. Default: the same. */
	readonly asking?: AbortSignal;
	/** The answer may bring a file, of which is asked how it came packed. */
	readonly asFile?: boolean;
}

/**
 * The one door to n8n's plain helper: no token goes along, n8n's proxy and its network policy (which
 * may forbid private addresses) apply, and every status is an answer. It is there when its body begins.
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
 * The same with options of somebody else's.
 *
 * @param options as the helper wants them, with a stream as their encoding
 */
export async function openBy(
	helpers: Caller['helpers'],
	options: IHttpRequestOptions,
	{ signal, asking = signal, asFile = false }: Opening,
): Promise<OpenedAnswer> {
	if (asking?.aborted) throw new CancelledError();
	// Destroying the stream that n8n hands out leaves the connection open: only a signal ends it.
	const connection = new AbortController();
	let endConnection = (): void => undefined;
	const end = (): void => {
		connection.abort();
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
 * The same, within the request's bound: how long the body may take is its reader's concern.
 *
 * @throws ConnectionError too, where the answer does not begin in time
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

/** The text of a body, as far as it is taken: see `boundedText`. */
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
