import { sleep } from 'n8n-workflow';
import type { EnvHttpProxyAgent, request as Request } from 'undici';

import type { HttpRequest, HttpResponse, SendBytes } from '../../../linkedin/api/http';
import { CancelledError, ConnectionError } from '../../../linkedin/api/http';
import { isRecord } from '../../../linkedin/api/parse';
import { toAnswer, toHttpResponse } from '../answers';

/** Its types forget that a body may be any iterable, as its documentation and its code have it. */
type Send = (
	url: string,
	options: Omit<NonNullable<Parameters<typeof Request>[1]>, 'body'> & {
		readonly body: AsyncIterable<Buffer> | undefined;
	},
) => ReturnType<typeof Request>;

interface Undici {
	readonly request: Send;
	readonly EnvHttpProxyAgent: typeof EnvHttpProxyAgent;
}

/** Sends over connections that stay open. */
export interface KeepAlive {
	readonly send: SendBytes;
	/** Ends the connections. */
	close(): Promise<void>;
}

/**
 * Undici, where it can be found: beside this package, or n8n's own copy. The bundle makes a `require`
 * of this import, which looks into n8n's folders too.
 *
 * @returns undefined where it is not there, is another one than this code knows, or cannot use the
 * proxy that the environment names
 */
export function openUndici(): Promise<KeepAlive | undefined> {
	return import('undici').then(keepAliveOf).catch(() => undefined);
}

function keepAliveOf(found: unknown): KeepAlive | undefined {
	const undici = known(found);
	if (!undici) return undefined;
	// Proxies come from the environment, as n8n's own helper takes them.
	const dispatcher = new undici.EnvHttpProxyAgent();
	/**
	 * Undici takes a connection back only a turn of the event loop after its answer. Whoever sends
	 * before that would open another one, so each request waits for the turn of one before it.
	 */
	const turns: Array<Promise<void>> = [];
	return {
		send: async (request, signal) => {
			await turns.pop();
			if (signal?.aborted) throw new CancelledError();
			return exchange(undici, dispatcher, request, signal)
				.finally(() => turns.push(sleep(0)))
				.catch((error: unknown) => toAnswer(error, request, signal));
		},
		close: () => dispatcher.destroy(),
	};
}

/** Its exports, checked: which version is found is not in our hands. */
function known(found: unknown): Undici | undefined {
	return isUndici(found) ? found : undefined;
}

function isUndici(found: unknown): found is Undici {
	return (
		isRecord(found) &&
		typeof found.request === 'function' &&
		typeof found.EnvHttpProxyAgent === 'function'
	);
}

/**
 * Redirects are not followed: undici does so only when asked to.
 *
 * @throws ConnectionError for a success that was answered before the whole body had left: what comes
 * after it could be anything, since the caller may use its buffer again
 */
async function exchange(
	{ request: send }: Undici,
	dispatcher: EnvHttpProxyAgent,
	request: HttpRequest,
	signal: AbortSignal | undefined,
): Promise<HttpResponse> {
	const { method, url, headers, timeoutMs } = request;
	const body = request.body === undefined ? undefined : new Body(request.body);
	const answer = await send(url, {
		method,
		headers: { ...headers },
		body,
		signal,
		dispatcher,
		headersTimeout: timeoutMs,
		bodyTimeout: timeoutMs,
	});
	const text = await answer.body.text();
	if (answer.statusCode < 300 && body?.left === false) {
		throw new ConnectionError('the answer came before the bytes had been sent', 'ECONNRESET');
	}
	return toHttpResponse({ statusCode: answer.statusCode, headers: answer.headers, body: text });
}

/** A shorter one may wait in the socket's own queue after undici was told that it is written. */
const SHORT_BYTES = 64 * 1024;

/**
 * A body in one piece that knows whether it has left this process: undici asks for the next piece
 * when the socket has drained. Where an answer comes before, it ends the connection.
 */
class Body implements AsyncIterable<Buffer> {
	left = false;
	private readonly bytes: Buffer;

	constructor(bytes: string | Buffer) {
		const isShort = typeof bytes === 'string' || bytes.length <= SHORT_BYTES;
		this.bytes = isShort ? Buffer.from(bytes) : bytes;
	}

	async *[Symbol.asyncIterator](): AsyncGenerator<Buffer, void, undefined> {
		yield await Promise.resolve(this.bytes);
		this.left = true;
	}
}
