import type { IExecuteFunctions } from 'n8n-workflow';

import { ResponseHeaders, type HttpRequest } from '../../linkedin/api/http';
import { isRecord, recordOf } from '../../linkedin/api/parse';
import { layersOf } from './answers';
import { requestPlain, WITH_FILE } from './plainRequest';
import { isStream, type BinaryStream } from './stream';

/** An answer whose body nobody has read yet. */
interface FileAnswer {
	readonly status: number;
	readonly headers: ResponseHeaders;
	readonly stream: BinaryStream | undefined;
	/** How the body came packed, where n8n's HTTP library unpacks it. */
	readonly unpacked: string | undefined;
}

/**
 * A GET through n8n's plain helper, under the promises of {@link requestPlain}.
 *
 * n8n's HTTP library asks nobody before it unpacks a body, and takes the header away that says so;
 * what n8n hands out shows nothing of it. An answer that n8n is told to call an error still has the
 * headers as they came, and its body: so files come as errors here. An n8n that does not know of such
 * exceptions hands them out as answers, and then nothing is known of their packing.
 *
 * @param signal of this request alone: it ends the connection until the body has come
 * @throws CancelledError, and whatever n8n throws
 */
export async function requestFile(
	execution: IExecuteFunctions,
	request: HttpRequest,
	signal: AbortSignal,
): Promise<FileAnswer> {
	const full: unknown = await requestPlain(execution, request, signal, 'file').catch(
		(error: unknown) => {
			const answer = answerIn(error);
			if (!answer) throw error;
			return answer;
		},
	);
	const { statusCode, headers, body, rawHeaders, connection } = recordOf(full);
	endWith(signal, connection);
	const given = new ResponseHeaders(recordOf(headers));
	return {
		status: typeof statusCode === 'number' ? statusCode : 0,
		headers: given,
		stream: isStream(body) ? body : undefined,
		unpacked:
			given.get('content-encoding') === undefined
				? headerIn(rawHeaders, 'content-encoding')
				: undefined,
	};
}

/** The answer that an error is, in the form of n8n's full responses, and its headers as they came. */
function answerIn(error: unknown): Record<string, unknown> | undefined {
	for (const { response, request } of layersOf(error)) {
		const { status, headers, data } = recordOf(response);
		if (typeof status !== 'number' || !WITH_FILE.includes(status) || !isStream(data)) continue;
		const { rawHeaders } = recordOf(recordOf(request).res);
		return { statusCode: status, headers, body: data, rawHeaders, connection: request };
	}
	return undefined;
}

/** After an error n8n's HTTP library does not listen to the signal any more. */
function endWith(signal: AbortSignal, connection: unknown): void {
	if (!isRecord(connection) || typeof connection.destroy !== 'function') return;
	const { destroy } = connection;
	const end = (): void => {
		Reflect.apply(destroy, connection, []);
	};
	if (signal.aborted) end();
	else signal.addEventListener('abort', end, { once: true });
}

/** @param raw names and values in turn, as Node lists them */
function headerIn(raw: unknown, wanted: string): string | undefined {
	const list: readonly unknown[] = Array.isArray(raw) ? raw : [];
	const at = list.findIndex(
		(name, index) => index % 2 === 0 && String(name).toLowerCase() === wanted,
	);
	const value = at < 0 ? undefined : list[at + 1];
	return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
