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
	/** Closes the connections. */
	readonly close: () => Promise<void>;
}

/**
 * Undici, where it can be found: beside this package, or n8n's own copy. The bundle turns this
 * import into a `require`, which also searches n8n's folders.
 *
 * @param lookup resolves host names; default: the system's lookup
 * @returns undefined if it is not there, is a version that this code doesn't know, or can't use the
 * proxy in the environment
 */
export function openUndici(lookup?: Lookup): Promise<KeepAlive | undefined> {
	return import('undici').then((found) => keepAliveOf(found, lookup)).catch(() => undefined);
}

function keepAliveOf(found: unknown, lookup: Lookup | undefined): KeepAlive | undefined {
	const undici = known(found);
	if (!undici) return undefined;
	// One for all, so that a TLS session can be resumed.
	const connector = undici.buildConnector({ timeout: TIME_LIMITS.connectMs, lookup });
	const channels: Channel[] = [];
	/**
	 * Undici frees a connection only one turn of the event loop after its answer. A request before
	 * that would open another one, so each request waits for that turn of the previous one.
	 */
	const idle: Array<{ readonly channel: Channel; readonly turn: Promise<void> }> = [];
	const open = (): Channel => {
		const channel = new Channel(undici, connector);
		channels.push(channel);
		return channel;
	};
	// Created now, so that an unusable proxy in the environment is known before a part is sent.
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

/** One request at a time, and its connections: one is kept for each host. */
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
		// Proxies come from the environment, as with n8n's own helper.
		this.dispatcher = new undici.EnvHttpProxyAgent({
			proxyTls: TLS,
			requestTls: TLS,
			connect: this.connections.connect,
		});
	}

	/** Redirects are not followed: undici does so only on request. */
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
	 * A server may close a kept connection at any time, even while the next request is sent. A
	 * request that fails on a kept connection before any byte of the answer is sent again at once, on
	 * a new one: as in browsers and Go's `net/http`, that is not a failure and doesn't count as one
	 * of the caller's tries. Not a POST, which may have been carried out.
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
	 * A server may respond before it has read everything. The caller could then reuse the buffer
	 * while the connection still reads from it, so the answer is held back until the last byte has
	 * left. That can't be observed behind a proxy, or after the answer has closed the connection.
	 *
	 * @throws ConnectionError if the connection closes before, or the server stops reading
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

	/** An unread body is not received, and no other request waits behind it. */
	private dropUnsent(): void {
		for (const socket of this.sockets) if (isSending(socket)) socket.destroy();
	}
}

/** The other side closed the connection, or it was already gone. */
function isClosed(error: unknown): boolean {
	const { code } = recordOf(error);
	return code === 'UND_ERR_SOCKET' || code === 'ECONNRESET' || code === 'EPIPE';
}
