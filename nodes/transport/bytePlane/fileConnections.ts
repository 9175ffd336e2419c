import { sleep } from 'n8n-workflow';
import type { EnvHttpProxyAgent } from 'undici';

import { NO_LONGER_NEEDED, ResponseHeaders, type HttpRequest } from '../../../linkedin/api/http';
import { recordOf } from '../../../linkedin/api/parse';
import type { OpenedAnswer } from '../openAnswer';
import { OpenStream } from '../stream';
import { withinLimit } from '../withinLimit';
import type { Connector } from './connections';
import type { Undici } from './known';

/** Like n8n's helper: some servers return nothing to a client without a user agent. */
const USER_AGENT = 'n8n';

/**
 * Files of other servers, by undici: connections are kept for the next range. The queue limits
 * their number.
 */
export class FileConnections {
	private readonly dispatcher: EnvHttpProxyAgent;

	constructor(
		private readonly undici: Undici,
		connect: Connector,
		tls: { readonly timeout: number },
	) {
		// Proxies come from the environment, as with n8n's own helper.
		this.dispatcher = new undici.EnvHttpProxyAgent({ connect, proxyTls: tls, requestTls: tls });
	}

	/**
	 * Opens the answer to a GET; redirects are not followed, nothing is decompressed.
	 *
	 * @param signal ends the answer's body too
	 * @throws ConnectionError if the answer doesn't start in time; CancelledError; undici's own
	 */
	async open(request: HttpRequest, signal: AbortSignal | undefined): Promise<OpenedAnswer> {
		// Undici frees a connection only one turn after its answer: otherwise another one would be
		// opened.
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
			connection.abort(NO_LONGER_NEEDED);
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
			// A body that is only part of a chunk, after the headers, never counts as a whole one.
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
 * A server may close a kept connection at any time, even while the next request is sent: that is
 * not a failure and doesn't count as one of the caller's tries.
 */
function isEndOfKept(error: unknown): boolean {
	const { code, socket } = recordOf(error);
	const { bytesRead } = recordOf(socket);
	return code === 'UND_ERR_SOCKET' && typeof bytesRead === 'number' && bytesRead > 0;
}
