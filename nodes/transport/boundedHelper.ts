import type { IHttpRequestOptions } from 'n8n-workflow';

import { isRecord } from '../../linkedin/api/parse';
import type { Caller } from './connection';
import { endConnection } from './fileRequest';
import { layers } from './layers';
import { openBy, textOf } from './openAnswer';
import { isStream, OpenStream } from './stream';

/**
 * n8n's plain helper as n8n's code for credentials calls it, for one call to the API: answers come as
 * streams, of which so much is read as `boundedText` takes. To n8n they are texts as before, also those
 * that are errors to it and that it acts upon, such as the 401 after which it renews the token.
 */
export class BoundedHelper {
	/** An answer has begun, and its body is under way. */
	begun = false;
	/** The last answer was larger than is taken of any. */
	isTooLarge = false;
	/** Why a body could not be read: n8n wraps it until it cannot be told from other failures. */
	failure: unknown;

	constructor(
		private readonly helpers: Caller['helpers'],
		private readonly signal: AbortSignal,
	) {}

	/** In the place of n8n's own. */
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

	/** An answer that is an error holds its body, which nobody else would read or end. */
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
