import { sleep } from 'n8n-workflow';
import type { EnvHttpProxyAgent, request as Request } from 'undici';

import type { HttpRequest, HttpResponse, SendBytes } from '../../../linkedin/api/http';
import { CancelledError } from '../../../linkedin/api/http';
import { isRecord } from '../../../linkedin/api/parse';
import { toAnswer, toHttpResponse } from '../answers';

interface Undici {
	readonly request: typeof Request;
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

/** Redirects are not followed: undici does so only when asked to. */
async function exchange(
	{ request: send }: Undici,
	dispatcher: EnvHttpProxyAgent,
	request: HttpRequest,
	signal: AbortSignal | undefined,
): Promise<HttpResponse> {
	const { method, url, headers, body, timeoutMs } = request;
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
	return toHttpResponse({ statusCode: answer.statusCode, headers: answer.headers, body: text });
}
