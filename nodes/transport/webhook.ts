import type { IExecuteFunctions } from 'n8n-workflow';

import type { SendBytes } from '../../linkedin/api/http';
import { Problem } from '../../linkedin/problem';
import { connectionErrorOf, exchangePlain } from './plainRequest';

/** Webhooks that users enter. */
export function sendToWebhook(execution: IExecuteFunctions): SendBytes {
	return (request, signal) =>
		exchangePlain(execution, request, signal).catch((error: unknown) => {
			throw connectionErrorOf(
				error,
				request.url,
				signal,
				(reason) => new Problem(`n8n isn’t allowed to send it there (${reason})`),
			);
		});
}
