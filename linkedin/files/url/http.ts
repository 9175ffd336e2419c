import type { ResponseHeaders } from '../../api/http';
import type { RetryClock } from '../../api/repeat';
import type { RetryPolicy } from '../../api/retry';
import type { Watch } from '../../api/stallWatch';

/** One GET for a file that the user named. */
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
	 * How the body was compressed, e.g. `gzip`, if the HTTP library decompresses it and has removed
	 * the header that said so: the bytes are the file's, but the length in the headers is not.
	 */
	readonly unpacked?: string;
	/** To be read once; fails when the signal of the request is aborted. */
	readonly body: AsyncIterable<Uint8Array>;
	/** Closes the connection; also needed if the body is not read. */
	discard(): void;
}

/**
 * Sends a GET, without any token. Resolves with every status, redirects included (they are not
 * followed); rejects with ConnectionError if no answer came, and with Problem if it may not be
 * sent.
 */
export type ReadUrl = (request: UrlRequest, signal?: AbortSignal) => Promise<UrlAnswer>;

/** What reading a URL needs from outside. */
export interface UrlReading extends RetryClock {
	readonly read: ReadUrl;
	readonly retry: RetryPolicy;
	/**
	 * Waits for a connection to that URL's server, for one range of a file.
	 *
	 * @throws CancelledError
	 */
	readonly turn: (url: string, signal?: AbortSignal) => Promise<{ release(): void }>;
	readonly watch: Watch;
	/** Epoch milliseconds. */
	readonly now: () => number;
	/** Called for each retry. */
	readonly onRetry: () => void;
}
