import type { IExecuteFunctions } from 'n8n-workflow';

import { CancelledError, ResponseHeaders } from '../../linkedin/api/http';
import { recordOf } from '../../linkedin/api/parse';
import type { ReadUrl } from '../../linkedin/files/url/http';
import { shownUrl } from '../../linkedin/files/url/problems';
import { Problem } from '../../linkedin/problem';
import { connectionErrorOf, requestPlain } from './plainRequest';
import { chunksOf, isStream } from './stream';

/**
 * Files at addresses that users give, through n8n's own helper, whose network policy applies to each of
 * them. The body comes as a stream.
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
		const request = { method: 'GET', url, headers, timeoutMs } as const;
		const full: unknown = await requestPlain(execution, request, connection.signal, 'stream').catch(
			(error: unknown) => {
				forget();
				throw connectionErrorOf(error, url, signal, (reason) => refused(url, reason));
			},
		);
		const { statusCode, headers: given, body } = recordOf(full);
		const stream = isStream(body) ? body : undefined;
		// What happens to a body that nobody reads is nobody's failure.
		stream?.on('error', () => undefined).once('close', forget);
		if (!stream) forget();
		return {
			status: typeof statusCode === 'number' ? statusCode : 0,
			headers: new ResponseHeaders(recordOf(given)),
			body: stream ? chunksOf(stream, signal, 'from sockets') : none(),
			discard: () => {
				end();
				stream?.destroy();
			},
		};
	};
}

/** n8n's own refusal: mostly its network policy. */
function refused(url: string, reason: string): Problem {
	return new Problem(`n8n may not read ${shownUrl(new URL(url))}: ${reason}`, {
		description:
			'Check the link. If it leads into a private network, n8n’s network policy must allow it.',
	});
}

async function* none(): AsyncGenerator<Uint8Array, void, undefined> {
	yield* await Promise.resolve([]);
}
