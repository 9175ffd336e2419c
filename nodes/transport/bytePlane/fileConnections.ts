import { sleep } from 'n8n-workflow';
import type { EnvHttpProxyAgent } from 'undici';

import { ResponseHeaders, type HttpRequest } from '../../../linkedin/api/http';
import { recordOf } from '../../../linkedin/api/parse';
import type { OpenedAnswer } from '../openAnswer';
import { OpenStream } from '../stream';
import { withinLimit } from '../withinLimit';
import type { Connector } from './connections';
import type { Undici } from './known';

/** As n8n's helper names itself: there are servers that give nothing to a client without a name. */
const USER_AGENT = 'n8n';

/**
 * Files of other servers, by undici: their connections are kept for the next range. How many there are at
 * a time is the queue's concern.
 */
export class FileConnections {
	private readonly dispatcher: EnvHttpProxyAgent;

	constructor(
		private readonly undici: Undici,
		connect: Connector,
		tls: { readonly timeout: number },
	) {
		// Proxies come from the environment, as n8n's own helper takes them.
		this.dispatcher = new undici.EnvHttpProxyAgent({ connect, proxyTls: tls, requestTls: tls });
	}

	/**
	 * Opens the answer to a GET; no redirect is followed, nothing is unpacked.
	 *
	 * @param signal ends the answer's body too
	 * @throws ConnectionError where the answer does not begin in time; CancelledError; undici's own
	 */
	async open(request: HttpRequest, signal: AbortSignal | undefined): Promise<OpenedAnswer> {
		// Undici takes a connection back only a turn after its answer: else another one would be opened.
		await sleep(0);
		return withinLimit(request, signal, (asking) =>
			this.ask(request, signal, asking).catch((error: unknown) => {
				if (asking.aborted || !isEndOfKept(error)) throw error;
				return this.ask(request, signal, asking);
			}),
		);
	}

	private async ask(
		{ url, headers }: HttpRequest,
		signal: AbortSignal | undefined,
		asking: AbortSignal,
	): Promise<OpenedAnswer> {
		const connection = new AbortController();
		const end = (): void => {
			connection.abort();
		};
		asking.addEventListener('abort', end, { once: true });
		try {
			const {
				statusCode,
				headers: given,
				body,
			} = await this.undici.request(url, {
				method: 'GET',
				headers: { 'User-Agent': USER_AGENT, ...headers },
				signal: connection.signal,
				dispatcher: this.dispatcher,
				// Both are measured here.
				headersTimeout: 0,
				bodyTimeout: 0,
			});
			// A body that is a part of a chunk, with the answer's head, is never taken for a whole one.
			const stream = new OpenStream(body, signal, end, 'anew');
			const answer = {
				status: statusCode,
				headers: new ResponseHeaders(given),
				body: stream,
				end: () => {
					stream.end();
				},
			};
			if (asking.aborted) answer.end();
			return answer;
		} finally {
			asking.removeEventListener('abort', end);
		}
	}

	close(): Promise<void> {
		return this.dispatcher.destroy();
	}
}

/**
 * A server closes a kept connection whenever it likes, also in the moment in which the next request goes
 * out: that is no failure and none of the caller's tries.
 */
function isEndOfKept(error: unknown): boolean {
	const { code, socket } = recordOf(error);
	const { bytesRead } = recordOf(socket);
	return code === 'UND_ERR_SOCKET' && typeof bytesRead === 'number' && bytesRead > 0;
}
