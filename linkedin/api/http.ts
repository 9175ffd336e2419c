import { foreignWords } from './foreignWords';

/** One request, ready to be sent: all headers are here; only the token is added. */
export interface HttpRequest {
	readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	/** Absolute, with its query already encoded: generic encoders break Rest.li's `List(...)`. */
	readonly url: string;
	readonly headers: Readonly<Record<string, string>>;
	/** A Buffer or string is the whole body: it can be sent again; a stream couldn't. */
	readonly body?: string | Buffer;
	/**
	 * Milliseconds from sending until the whole answer has arrived (for a stream: until it begins),
	 * even if data keeps moving, on every way to LinkedIn. Connecting, and an answer that falls
	 * silent, have their own limits within it: `TIME_LIMITS` in timeLimits.ts. The error's code says
	 * which one was reached.
	 */
	readonly timeoutMs: number;
}

/** An answer, whatever its status. */
export interface HttpResponse {
	readonly status: number;
	readonly headers: ResponseHeaders;
	/** The raw text: only the client parses it, so that broken JSON has one error. */
	readonly body: string;
	/** It was larger than any answer may be (`MOST_ANSWER_BYTES`): nothing of it is kept. */
	readonly isTooLarge?: boolean;
}

/** Header names in answers may be in upper or lower case. */
export class ResponseHeaders {
	private readonly values = new Map<string, string>();

	constructor(headers: Readonly<Record<string, unknown>>) {
		for (const [name, value] of Object.entries(headers)) {
			const text = Array.isArray(value) ? value.join(', ') : value;
			if (typeof text === 'string') this.values.set(name.toLowerCase(), text);
		}
	}

	/** The header's value, or undefined if it is absent. */
	get(name: string): string | undefined {
		return this.values.get(name.toLowerCase());
	}

	/** By their lower-case names. */
	all(): Record<string, string> {
		return Object.fromEntries(this.values);
	}
}

/** Codes of connections that were never established, so that nothing was sent. */
const NEVER_CONNECTED = new Set([
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'EHOSTDOWN',
	'ENETDOWN',
	'EADDRNOTAVAIL',
	'CONNECT_TIMEOUT',
	'UND_ERR_CONNECT_TIMEOUT',
]);

/** No answer came: reset, refused, timed out. */
export class ConnectionError extends Error {
	/** The socket's code, e.g. `ECONNRESET`, or a `TimeLimit`. */
	readonly code: string | undefined;
	/** True if it is certain that LinkedIn never received the request; otherwise that is unknown. */
	readonly neverSent: boolean;

	/**
	 * @param whileConnecting it failed before there was a connection, whatever its code
	 * @param cause without secrets
	 */
	constructor(message: string, code?: string, whileConnecting = false, cause?: Error) {
		super(foreignWords(message), cause && { cause });
		this.name = 'ConnectionError';
		this.code = code;
		this.neverSent = whileConnecting || (code !== undefined && NEVER_CONNECTED.has(code));
	}
}

/**
 * The token had expired and could not be renewed: LinkedIn's token endpoint failed or was out of
 * reach. The call itself had already been refused, so it was not carried out and may be repeated
 * whatever its method. (If LinkedIn permanently refuses to renew, it is a 401 instead.)
 */
export class RenewalError extends Error {
	constructor(
		/** The token endpoint's status; undefined if it didn't respond. */
		readonly status: number | undefined,
		/** Without secrets. */
		cause?: Error,
	) {
		super('The token could not be renewed', cause && { cause });
		this.name = 'RenewalError';
	}
}

/** The execution was stopped: never retried, never reported as LinkedIn's failure. */
export class CancelledError extends Error {
	constructor() {
		super('The execution was canceled');
		this.name = 'CancelledError';
	}
}

/**
 * The reason to abort a watch or a connection that is no longer needed. Without a reason, each abort
 * creates an exception with its stack: some for every part of a file, a twentieth of an upload's CPU.
 */
export const NO_LONGER_NEEDED = new CancelledError();

/**
 * Sends one request without a token. Resolves with every status, redirects included (they are never
 * followed); rejects with {@link ConnectionError} when no answer came.
 */
export type SendBytes = (
	request: HttpRequest,
	signal?: AbortSignal,
	/** Called if the connection can be observed: how many bytes the system's buffers have accepted. */
	onOpen?: (taken: () => number) => void,
) => Promise<HttpResponse>;

/**
 * Sends one request with the credential's token, with the same guarantees as {@link SendBytes};
 * rejects with {@link RenewalError} too. `refresh: false` returns a 401 instead of renewing the
 * token first: an image's upload URL answers 401 when it has expired, and then the token is not to
 * blame (linkedin-videos-api).
 */
export type SendAuthorized = (
	request: HttpRequest,
	options?: { readonly refresh?: boolean },
) => Promise<HttpResponse>;
