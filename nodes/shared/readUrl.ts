import type { IExecuteFunctions } from 'n8n-workflow';

import { CancelledError, ConnectionError, ResponseHeaders } from '../../linkedin/api/http';
import { isRecord } from '../../linkedin/api/parse';
import { redact } from '../../linkedin/api/redact';
import type { ReadUrl } from '../../linkedin/files/url/http';
import { shownUrl } from '../../linkedin/files/url/words';
import { Problem } from '../../linkedin/problem';
import { toAnswer } from './answers';
import { chunksOf, isStream } from './stream';

/**
 * Files at addresses that users give, through n8n's own helper: its proxy and its network policy
 * (which may forbid private addresses) apply to each of them. The body comes as a stream.
 */
export function readUrlByHelper(execution: IExecuteFunctions): ReadUrl {
	return async ({ url, headers, timeoutMs }, signal) => {
		if (signal?.aborted) throw new CancelledError();
		// Destroying the stream that n8n hands out leaves the connection open: only a signal ends it.
		const connection = new AbortController();
		const end = (): void => {
			connection.abort();
		};
		const forget = (): void => {
			signal?.removeEventListener('abort', end);
		};
		signal?.addEventListener('abort', end, { once: true });
		const full: unknown = await execution.helpers
			.httpRequest({
				method: 'GET',
				url,
				headers: { ...headers },
				timeout: timeoutMs,
				encoding: 'stream',
				returnFullResponse: true,
				disableFollowRedirect: true,
				ignoreHttpStatusErrors: true,
				abortSignal: connection.signal,
			})
			.catch((error: unknown) => {
				forget();
				throw toReadingError(error, url, signal);
			});
		const { statusCode, headers: given, body } = isRecord(full) ? full : {};
		const stream = isStream(body) ? body : undefined;
		// What happens to a body that nobody reads is nobody's failure.
		stream?.on('error', () => undefined).once('close', forget);
		if (!stream) forget();
		return {
			status: typeof statusCode === 'number' ? statusCode : 0,
			headers: new ResponseHeaders(isRecord(given) ? given : {}),
			body: stream ? chunksOf(stream, signal) : none(),
			discard: () => {
				end();
				stream?.destroy();
			},
		};
	};
}

/** Every status is an answer here, so what n8n throws is a connection that failed, or its own refusal. */
function toReadingError(error: unknown, url: string, signal: AbortSignal | undefined): Error {
	try {
		const { status } = toAnswer(error, { url }, signal);
		return new ConnectionError(`the answer broke off (status ${status})`, 'ECONNRESET');
	} catch (told) {
		if (told instanceof CancelledError || told instanceof ConnectionError) return told;
		return new Problem(`n8n may not read ${shownUrl(new URL(url))}: ${reasonOf(error)}`, {
			description:
				'Check the link. If it leads into a private network, n8n’s network policy must allow it.',
		});
	}
}

function reasonOf(error: unknown): string {
	return error instanceof Error ? redact(error.message) : 'the connection failed';
}

async function* none(): AsyncGenerator<Uint8Array, void, undefined> {
	yield* await Promise.resolve([]);
}
