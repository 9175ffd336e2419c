import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';

import { CancelledError, ConnectionError, ResponseHeaders } from '../../linkedin/api/http';
import { recordOf } from '../../linkedin/api/parse';
import type { FetchInto } from '../../linkedin/media/download';
import { toAnswer } from './answers';
import { requestPlain } from './plainRequest';
import { isStream, type BinaryStream } from './stream';

/** Milliseconds without an answer; the transfer itself may take as long as it takes. */
const TIMEOUT_MS = 60_000;

/**
 * Downloads by n8n's plain helper (no token goes along) straight into n8n's own storage: on disk or
 * in S3 the file is in memory at no time.
 */
export function downloadInto(execution: IExecuteFunctions): FetchInto<IBinaryData> {
	return async (url, nameOf, signal) => {
		const request = { method: 'GET', url, headers: {}, timeoutMs: TIMEOUT_MS } as const;
		const full: unknown = await requestPlain(execution, request, signal, 'stream').catch(
			(error: unknown) => toAnswer(error, request, signal),
		);
		const { status, headers, stream } = toDownload(full);
		if (status < 200 || status > 299 || !stream) {
			stream?.destroy();
			return { status, headers };
		}
		const { name, mimeType } = nameOf(headers);
		const stored = await store(execution, stream, { name, mimeType }, signal);
		return { status, headers, stored };
	};
}

interface Opened {
	readonly status: number;
	readonly headers: ResponseHeaders;
	readonly stream?: BinaryStream;
}

/** n8n's full response with a stream for a body, or an answer that it threw. */
function toDownload(full: unknown): Opened {
	const { statusCode, status, headers, body } = recordOf(full);
	const code = statusCode ?? status;
	return {
		status: typeof code === 'number' ? code : 0,
		headers: headers instanceof ResponseHeaders ? headers : new ResponseHeaders(recordOf(headers)),
		...(isStream(body) ? { stream: body } : {}),
	};
}

/** A cancel ends the transfer; one that breaks off is a connection that failed, so it may come again. */
async function store(
	execution: IExecuteFunctions,
	stream: BinaryStream,
	{ name, mimeType }: { readonly name: string; readonly mimeType: string },
	signal: AbortSignal | undefined,
): Promise<IBinaryData> {
	const stop = (): void => {
		stream.destroy(new CancelledError());
	};
	const broken: unknown[] = [];
	stream.once('error', (error: unknown) => broken.push(error));
	signal?.addEventListener('abort', stop, { once: true });
	return execution.helpers
		.prepareBinaryData(stream, name, mimeType)
		.catch((error: unknown) => {
			stream.destroy();
			throw storingFailed(error, broken, signal);
		})
		.finally(() => {
			signal?.removeEventListener('abort', stop);
		});
}

function storingFailed(
	error: unknown,
	broken: readonly unknown[],
	signal: AbortSignal | undefined,
): unknown {
	if (signal?.aborted) return new CancelledError();
	// The storage's own failure (a full disk) is none of the network's.
	if (broken.length === 0) return error;
	return new ConnectionError('the transfer broke off', 'ECONNRESET');
}
