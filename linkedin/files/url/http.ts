import type { ResponseHeaders } from '../../api/http';
import type { RetryClock } from '../../api/repeat';
import type { RetryPolicy } from '../../api/retry';
import type { Watch } from '../../api/stallWatch';

/** One GET for a file that a person named. */
interface UrlRequest {
	readonly url: string;
	readonly headers: Readonly<Record<string, string>>;
	/** Milliseconds until the answer begins. */
	readonly timeoutMs: number;
}

/** An answer whose body has not been read yet. */
export interface UrlAnswer {
	readonly status: number;
	readonly headers: ResponseHeaders;
	/**
	 * How the body was packed, where the HTTP library unpacks it and has taken away the header that said
	 * so, e.g. `gzip`: the bytes are the file's, and the length in the headers is not theirs.
	 */
	readonly unpacked?: string;
	/** To be read once; ends with an error when the signal of the request ends. */
	readonly body: AsyncIterable<Uint8Array>;
	/** Ends the connection; also needed where the body is not wanted. */
	discard(): void;
}

/**
 * Sends a GET, without any token. Resolves with every status, redirects included (they are not
 * followed); rejects with ConnectionError when no answer came, and with Problem where it may not be
 * sent.
 */
export type ReadUrl = (request: UrlRequest, signal?: AbortSignal) => Promise<UrlAnswer>;

/** What reading a URL takes from outside. */
export interface UrlReading extends RetryClock {
	readonly read: ReadUrl;
	readonly retry: RetryPolicy;
	/**
	 * Waits for a connection to the server of that URL, for one range of a file.
	 *
	 * @throws CancelledError
	 */
	readonly turn: (url: string, signal?: AbortSignal) => Promise<{ release(): void }>;
	readonly watch: Watch;
	/** Epoch milliseconds. */
	readonly now: () => number;
	/** Called for each request that is sent again. */
	readonly onRetry: () => void;
}
