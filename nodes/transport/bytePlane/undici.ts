import { sleep } from 'n8n-workflow';
import type { EnvHttpProxyAgent, request } from 'undici';

import type { HttpRequest, HttpResponse, SendBytes } from '../../../linkedin/api/http';
import { CancelledError, ConnectionError } from '../../../linkedin/api/http';
import { recordOf } from '../../../linkedin/api/parse';
import { TIME_LIMITS, type TimeLimit } from '../../../linkedin/api/timeLimits';
import { toAnswer, toHttpResponse } from '../answers';
import { boundedText } from '../boundedText';
import { withinLimit } from '../withinLimit';
import type { Lookup } from '../egress';
import type { OpenedAnswer } from '../openAnswer';
import { Connections, type Connector } from './connections';
import { FileConnections } from './fileConnections';
import { known, type Undici } from './known';
import { takenSince } from './sight';
import { allTaken, isSending, type Socket } from './taken';

/** Sends over connections that stay open. */
export interface KeepAlive {
	readonly send: SendBytes;
	/** Opens the answer to a GET for a file: see {@link FileConnections.open}. */
	readonly open: (request: HttpRequest, signal: AbortSignal | undefined) => Promise<OpenedAnswer>;
	/** Ends the connections. */
	readonly close: () => Promise<void>;
}

/**
 * Undici, where it can be found: beside this package, or n8n's own copy. The bundle makes a `require`
 * of this import, which looks into n8n's folders too.
 *
 * @param lookup resolves the names of hosts; default: the system's way
 * @returns undefined where it is not there, is another one than this code knows, or cannot use the
 * proxy that the environment names
 */
export function openUndici(lookup?: Lookup): Promise<KeepAlive | undefined> {
	return import('undici').then((found) => keepAliveOf(found, lookup)).catch(() => undefined);
}

function keepAliveOf(found: unknown, lookup: Lookup | undefined): KeepAlive | undefined {
	const undici = known(found);
	if (!undici) return undefined;
	// One for all, so that a TLS session may be taken up again.
	const connector = undici.buildConnector({ timeout: TIME_LIMITS.connectMs, lookup });
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
	let files: FileConnections | undefined;
	return {
		open: (request, signal) => {
			files ??= new FileConnections(undici, connector, TLS);
			return files.open(request, signal);
		},
		send: async (request, signal, onOpen) => {
			const last = idle.pop();
			await last?.turn;
			const channel = last?.channel ?? open();
			try {
				if (signal?.aborted) throw new CancelledError();
				onOpen?.(takenSince(channel.sockets));
				return await channel.exchange(request, signal);
			} catch (error) {
				return toAnswer(error, request, signal);
			} finally {
				idle.push({ channel, turn: sleep(0) });
			}
		},
		close: async () => {
			await Promise.all(channels.map((channel) => channel.close()));
			await files?.close();
		},
	};
}

const TLS = { timeout: TIME_LIMITS.connectMs };

type Answer = Awaited<ReturnType<typeof request>>;

/** One request at a time, and the connections that it was given: one is kept for each host. */
class Channel {
	private readonly connections: Connections;
	readonly sockets: ReadonlySet<Socket>;
	private readonly dispatcher: EnvHttpProxyAgent;

	constructor(
		private readonly undici: Undici,
		connector: Connector,
	) {
		this.connections = new Connections(connector);
		this.sockets = this.connections.sockets;
		// Proxies come from the environment, as n8n's own helper takes them.
		this.dispatcher = new undici.EnvHttpProxyAgent({
			proxyTls: TLS,
			requestTls: TLS,
			connect: this.connections.connect,
		});
	}

	/** Redirects are not followed: undici does so only when asked to. */
	async exchange(request: HttpRequest, signal: AbortSignal | undefined): Promise<HttpResponse> {
		let begun = false;
		const { statusCode, headers, body } = await withinLimit(
			request,
			signal,
			async (over) => {
				const answer = await this.answerTo(request, over);
				begun = true;
				return { ...answer, body: await boundedText(answer.body, over) };
			},
			() => this.stage(begun),
		).finally(() => {
			this.connections.dropMaking();
		});
		if (statusCode < 300) await this.flushed(request.timeoutMs, signal);
		else this.dropUnsent();
		return toHttpResponse({ statusCode, headers }, body);
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
			bodyTimeout: TIME_LIMITS.silenceMs,
		});
	}

	/** What the request is waiting for. */
	private stage(begun: boolean): TimeLimit {
		if (begun) return 'BODY_TIMEOUT';
		return this.connections.areMade ? 'CONNECT_TIMEOUT' : 'ANSWER_TIMEOUT';
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
			new ConnectionError('the response arrived before the file was sent', code);
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
