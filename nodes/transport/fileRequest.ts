import type { IHttpRequestOptions } from 'n8n-workflow';

import { isRecord, recordOf } from '../../linkedin/api/parse';
import { layers } from './layers';
import { isStream } from './stream';

/** Statuses of answers that bring a file. */
const WITH_FILE = [200, 203, 206];

/**
 * n8n's HTTP library asks nobody before it unpacks a body, and takes the header away that says so;
 * what n8n hands out shows nothing of it. An answer that n8n is told to call an error still has the
 * headers as they came, and its body: so files come as errors. An n8n that does not know of such
 * exceptions hands them out as answers, and then nothing is known of their packing.
 */
export const FILES_AS_ERRORS: IHttpRequestOptions['ignoreHttpStatusErrors'] = {
	ignore: true,
	except: WITH_FILE,
};

/** An answer with a file, as n8n's full response has it, and what only the error shows. */
interface FileAnswer {
	readonly statusCode: number;
	readonly headers: unknown;
	readonly body: unknown;
	readonly rawHeaders: unknown;
	/** After an error n8n's HTTP library does not listen to the signal any more. */
	readonly endConnection: () => void;
}

/** The answer that an error is. @throws the error, where it is none */
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

/** Ends the connection of a request of Node's, as HTTP libraries keep it with their errors. */
export function endConnection(connection: unknown): void {
	if (!isRecord(connection) || typeof connection.destroy !== 'function') return;
	Reflect.apply(connection.destroy, connection, []);
}

/** How a body came packed that n8n's HTTP library has unpacked. @param raw names and values in turn, as Node lists them */
export function packingIn(raw: unknown): string | undefined {
	const list: readonly unknown[] = Array.isArray(raw) ? raw : [];
	const at = list.findIndex(
		(name, index) => index % 2 === 0 && String(name).toLowerCase() === 'content-encoding',
	);
	const value = at < 0 ? undefined : list[at + 1];
	return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
