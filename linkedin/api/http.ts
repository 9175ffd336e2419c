import { foreignWords } from './foreignWords';

/** One request, ready to be sent: every header is here, nothing is added but the token. */
export interface HttpRequest {
	readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	/** Absolute, with its query already encoded: generic encoders break Rest.li's `List(...)`. */
	readonly url: string;
	readonly headers: Readonly<Record<string, string>>;
	/** A Buffer or string is the whole body: it can be sent again, a stream could not. */
	readonly body?: string | Buffer;
	/**
	 * Milliseconds from sending until the whole answer is there (of a stream: until it begins), whatever
	 * moves meanwhile, on every way to LinkedIn. Within them connecting, and an answer that falls silent,
	 * have bounds of their own: `TIME_LIMITS` of timeLimits.ts. Which one was met is the error's code.
	 */
	readonly timeoutMs: number;
}

/** An answer, whatever its status. */
export interface HttpResponse {
	readonly status: number;
	readonly headers: ResponseHeaders;
	/** The raw text: only the client parses it, so that broken JSON has one error. */
	readonly body: string;
	/** There was more of it than is taken of any answer (`MOST_ANSWER_BYTES`): nothing of it is kept. */
	readonly isTooLarge?: boolean;
}

/** Header names in answers come in any case. */
export class ResponseHeaders {
	private readonly values = new Map<string, string>();

	constructor(headers: Readonly<Record<string, unknown>>) {
		for (const [name, value] of Object.entries(headers)) {
			const text = Array.isArray(value) ? value.join(', ') : value;
			if (typeof text === 'string') this.values.set(name.toLowerCase(), text);
		}
	}

	/** The header's value, or undefined where it is absent. */
	get(name: string): string | undefined {
		return this.values.get(name.toLowerCase());
	}

	/** By their names in lower case. */
	all(): Record<string, string> {
		return Object.fromEntries(this.values);
	}
}

/** Codes of connections that were never made, so that nothing was sent over them. */
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
	/** The socket's word, e.g. `ECONNRESET`, or a `TimeLimit`. */
	readonly code: string | undefined;
	/** Certain that LinkedIn never received the request; otherwise that is unknown. */
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
 * The token had ended and could not be renewed just now: LinkedIn's token endpoint failed or was out
 * of reach. The call itself was refused before, so it was not carried out and may be repeated
 * whatever its method. (A renewal that LinkedIn refuses for good is a 401 instead.)
 */
export class RenewalError extends Error {
	constructor(
		/** The token endpoint's status; undefined where it gave no answer. */
		readonly status: number | undefined,
		/** Without secrets. */
		cause?: Error,
	) {
		super('The token could not be renewed', cause && { cause });
		this.name = 'RenewalError';
	}
}

/** The execution was canceled: never retried, never reported as LinkedIn's failure. */
export class CancelledError extends Error {
	constructor() {
		super('The execution was canceled');
		this.name = 'CancelledError';
	}
}

/**
 * Sends one request without a token. Resolves with every status, redirects included (they are never
 * followed); rejects with {@link ConnectionError} when no answer came.
 */
export type SendBytes = (
	request: HttpRequest,
	signal?: AbortSignal,
	/** Called where the connection is in sight: how many bytes of it the system's buffers have taken. */
	onOpen?: (taken: () => number) => void,
) => Promise<HttpResponse>;

/**
 * Sends one request with the credential's token, under the same promises as {@link SendBytes};
 * rejects with {@link RenewalError} too.
 * `refresh: false` hands a 401 back instead of renewing the token first: an image's upload URL
 * answers 401 when it has expired, and then the token is not to blame (linkedin-videos-api).
 */
export type SendAuthorized = (
	request: HttpRequest,
	options?: { readonly refresh?: boolean },
) => Promise<HttpResponse>;
