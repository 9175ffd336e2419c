import type { IHttpRequestOptions } from 'n8n-workflow';

import { isRecord, recordOf } from '../../linkedin/api/parse';
import { layers } from './layers';
import { isStream } from './stream';

/** Statuses of answers with a file. */
const WITH_FILE = [200, 203, 206];

/**
 * n8n's HTTP library always decompresses a body and removes the header that says so; n8n's result
 * shows no trace of it. An answer that n8n is told to treat as an error still has the original
 * headers and its body, so files are received as errors. An n8n without this option returns them as
 * answers, and then it is unknown how they were compressed.
 */
export const FILES_AS_ERRORS: IHttpRequestOptions['ignoreHttpStatusErrors'] = {
	ignore: true,
	except: WITH_FILE,
};

/** An answer with a file: n8n's full response, and what only the error shows. */
interface FileAnswer {
	readonly statusCode: number;
	readonly headers: unknown;
	readonly body: unknown;
	readonly rawHeaders: unknown;
	/** After an error, n8n's HTTP library no longer listens to the signal. */
	readonly endConnection: () => void;
}

/** The answer in an error. @throws the error, if there is none */
export function fileAnswerIn(error: unknown): FileAnswer {
	for (const { response, request } of layers(error)) {
		const { status, headers, data } = recordOf(response);
		if (typeof status !== 'number' || !WITH_FILE.includes(status) || !isStream(data)) continue;
		const { rawHeaders } = recordOf(recordOf(request).res);
		return {
			statusCode: status,
			headers,
			body: data,
			rawHeaders,
			endConnection: () => {
				endConnection(request);
			},
		};
	}
	throw error;
}

/** Closes the connection of a Node request, which HTTP libraries keep in their errors. */
export function endConnection(connection: unknown): void {
	if (!isRecord(connection) || typeof connection.destroy !== 'function') return;
	Reflect.apply(connection.destroy, connection, []);
}

/**
 * How a body was compressed that n8n's HTTP library has decompressed. @param raw names and values
 * in turn, as Node lists them
 */
export function packingIn(raw: unknown): string | undefined {
	const list: readonly unknown[] = Array.isArray(raw) ? raw : [];
	const at = list.findIndex(
		(name, index) => index % 2 === 0 && String(name).toLowerCase() === 'content-encoding',
	);
	const value = at < 0 ? undefined : list[at + 1];
	return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
