import type { IExecuteFunctions } from 'n8n-workflow';

import { CancelledError, ConnectionError, type SendBytes } from '../../linkedin/api/http';
import { redact } from '../../linkedin/api/redact';
import { Problem } from '../../linkedin/problem';
import { toAnswer, toHttpResponse } from './answers';
import { requestOptions } from './requestOptions';

/**
 * Webhooks that users give, through n8n's plain helper: its proxy and its network policy (which may
 * forbid private addresses) apply, and no token goes along.
 */
export function webhookPlane(execution: IExecuteFunctions): SendBytes {
	return async (request, signal) => {
		if (signal?.aborted) throw new CancelledError();
		return execution.helpers
			.httpRequest({
				...requestOptions(request),
				ignoreHttpStatusErrors: true,
				abortSignal: signal,
			})
			.then(toHttpResponse, (error: unknown) => {
				throw toWebhookError(error, request.url, signal);
			});
	};
}

/** Every status is an answer here, so what n8n throws is a connection that failed, or its own refusal. */
function toWebhookError(error: unknown, url: string, signal: AbortSignal | undefined): Error {
	try {
		const { status } = toAnswer(error, { url }, signal);
		return new ConnectionError(`the answer broke off (status ${status})`, 'ECONNRESET');
	} catch (told) {
		if (told instanceof CancelledError || told instanceof ConnectionError) return told;
		const reason = error instanceof Error ? redact(error.message) : 'unknown reason';
		return new Problem(`n8n may not send it there (${reason})`);
	}
}
