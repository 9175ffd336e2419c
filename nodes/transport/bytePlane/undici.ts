import { sleep } from 'n8n-workflow';
import type { buildConnector, EnvHttpProxyAgent, request } from 'undici';

import type { HttpRequest, HttpResponse, SendBytes } from '../../../linkedin/api/http';
import { CancelledError, ConnectionError } from '../../../linkedin/api/http';
import { isRecord, recordOf } from '../../../linkedin/api/parse';
import { toAnswer, toHttpResponse } from '../answers';
import { allTaken, isSending, type Socket } from './taken';

interface Undici {
	readonly request: typeof request;
	readonly EnvHttpProxyAgent: typeof EnvHttpProxyAgent;
	readonly buildConnector: typeof buildConnector;
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
	// One for all, so that a TLS session may be taken up again.
	const connector = undici.buildConnector({});
	const channels: Channel[] = [];
	/**
	 * Undici takes a connection back only a turn of the event loop after its answer. Whoever sends
	 * before that would open another one, so each request waits for the turn of one before it.
	 */
	const idle: Array<{ readonly channel: Channel; readonly turn: Promise<void> }> = [];
	const open = (): Channel => {
		const channel = new Channel(undici, connector);
		channels.push(channel);
		return channel;
	};
	// Now, so that a proxy in the environment that cannot be used is known before a part is sent.
	idle.push({ channel: open(), turn: Promise.resolve() });
	return {
		send: async (request, signal) => {
			const last = idle.pop();
			await last?.turn;
			const channel = last?.channel ?? open();
			try {
				if (signal?.aborted) throw new CancelledError();
				return await channel.exchange(request, signal);
			} catch (error) {
				return toAnswer(error, request, signal);
			} finally {
				idle.push({ channel, turn: sleep(0) });
			}
		},
		close: async () => {
			await Promise.all(channels.map((channel) => channel.close()));
		},
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
		typeof found.EnvHttpProxyAgent === 'function' &&
		typeof found.buildConnector === 'function'
	);
}

type Connector = ReturnType<typeof buildConnector>;
type Answer = Awaited<ReturnType<typeof request>>;

/** One request at a time, and the connections that it was given: one is kept for each host. */
class Channel {
	private readonly sockets = new Set<Socket>();
	private readonly dispatcher: EnvHttpProxyAgent;

	constructor(
		private readonly undici: Undici,
		connector: Connector,
	) {
		// Proxies come from the environment, as n8n's own helper takes them.
		this.dispatcher = new undici.EnvHttpProxyAgent({
			connect: (options, callback) => {
				connector(options, (...connected) => {
					const [, socket] = connected;
					if (socket) {
						this.sockets.add(socket);
						socket.once('close', () => this.sockets.delete(socket));
					}
					callback(...connected);
				});
			},
		});
	}

	/** Redirects are not followed: undici does so only when asked to. */
	async exchange(request: HttpRequest, signal: AbortSignal | undefined): Promise<HttpResponse> {
		const { timeoutMs } = request;
		const answer = await this.answerTo(request, signal);
		const text = await answer.body.text();
		if (answer.statusCode < 300) await this.flushed(timeoutMs, signal);
		else this.dropUnsent();
		return toHttpResponse({ statusCode: answer.statusCode, headers: answer.headers, body: text });
	}

	/**
	 * A server closes a kept connection whenever it likes, also in the moment in which the next request
	 * goes out. What dies on a kept one before a byte of an answer goes again at once, on a new one: that
	 * is no failure and none of the caller's tries, as in browsers and Go's `net/http`. A POST may have
	 * been carried out.
	 */
	private answerTo(request: HttpRequest, signal: AbortSignal | undefined): Promise<Answer> {
		const isKept = [...this.sockets].some(({ destroyed }) => !destroyed);
		return this.send(request, signal).catch((error: unknown) => {
			const mayGoAgain = isKept && request.method === 'PUT' && signal?.aborted !== true;
			if (mayGoAgain && isClosed(error)) return this.send(request, signal);
			throw error;
		});
	}

	private send(
		{ method, url, headers, body, timeoutMs }: HttpRequest,
		signal: AbortSignal | undefined,
	): Promise<Answer> {
		return this.undici.request(url, {
			method,
			headers: { ...headers },
			body,
			signal,
			dispatcher: this.dispatcher,
			headersTimeout: timeoutMs,
			bodyTimeout: timeoutMs,
		});
	}

	close(): Promise<void> {
		return this.dispatcher.destroy();
	}

	/**
	 * A server may answer before it has read everything. Who sent the bytes may then use their buffer
	 * again, while the connection still reads from it: so the answer waits until the last one has left.
	 * Behind a proxy the connection is not to be seen, and one that the answer itself ends is gone.
	 *
	 * @throws ConnectionError where the connection ends before, or the server does not read on
	 */
	private async flushed(timeoutMs: number, signal: AbortSignal | undefined): Promise<void> {
		const sending = [...this.sockets].filter(isSending);
		if (sending.length === 0) return;
		const unread = (code: string): ConnectionError =>
			new ConnectionError('the answer came before the bytes were read', code);
		try {
			await allTaken(sending, timeoutMs, signal);
			if (sending.some(isSending)) throw unread('ETIMEDOUT');
			if (sending.some(({ destroyed }) => destroyed)) throw unread('ECONNRESET');
		} finally {
			this.dropUnsent();
		}
	}

	/** What nobody wants to read is not sent, and no other request waits behind it. */
	private dropUnsent(): void {
		for (const socket of this.sockets) if (isSending(socket)) socket.destroy();
	}
}

/** The other side closed the connection, or it was gone when the request came. */
function isClosed(error: unknown): boolean {
	const { code } = recordOf(error);
	return code === 'UND_ERR_SOCKET' || code === 'ECONNRESET' || code === 'EPIPE';
}
