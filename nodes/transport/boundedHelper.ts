import type { IHttpRequestOptions } from 'n8n-workflow';

import { isRecord } from '../../linkedin/api/parse';
import type { Caller } from './connection';
import { endConnection } from './fileRequest';
import { layers } from './layers';
import { openBy, textOf } from './openAnswer';
import { isStream, OpenStream } from './stream';

/**
 * n8n's plain helper as n8n's credential code calls it, for one call to the API: answers come as
 * streams, of which `boundedText` reads a limited amount. To n8n they look like texts as before,
 * including errors that it handles, such as the 401 after which it renews the token.
 */
export class BoundedHelper {
	/** An answer has started, and its body is being received. */
	begun = false;
	/** The last answer was larger than any may be. */
	isTooLarge = false;
	/** Why a body could not be read: n8n wraps the error so that it looks like any other failure. */
	failure: unknown;

	constructor(
		private readonly helpers: Caller['helpers'],
		private readonly signal: AbortSignal,
	) {}

	/** Replaces n8n's own. */
	readonly httpRequest = async (options: IHttpRequestOptions): Promise<unknown> => {
		this.begun = false;
		this.failure = undefined;
		const { status, headers, body } = await openBy(
			this.helpers,
			{ ...options, encoding: 'stream' },
			{ signal: this.signal },
		).catch(async (error: unknown) => {
			await this.readRefusal(error);
			throw error;
		});
		return { statusCode: status, headers: headers.all(), body: await this.read(body) };
	};

	/** An error answer holds its body, which nothing else would read or close. */
	private async readRefusal(error: unknown): Promise<void> {
		for (const { response, request } of layers(error)) {
			if (!isRecord(response) || !isStream(response.data)) continue;
			const end = (): void => {
				endConnection(request);
			};
			const stream = new OpenStream(response.data, this.signal, end, 'from sockets');
			response.data = await this.read(stream);
		}
	}

	private async read(body: Parameters<typeof textOf>[0]): Promise<string> {
		this.begun = true;
		const text = await textOf(body, this.signal).catch((error: unknown) => {
			this.failure = error;
			throw error;
		});
		this.isTooLarge = text === undefined;
		return text ?? '';
	}
}
