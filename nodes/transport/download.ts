import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';

import type { FetchInto } from '../../linkedin/media/download';
import { toAnswer } from './answers';
import { openInTime } from './openAnswer';
import { OpenStream } from './stream';

/** Milliseconds until the answer starts; the transfer itself may take any time. */
const TIMEOUT_MS = 60_000;

/**
 * Downloads with n8n's plain helper (without a token) straight into n8n's own storage: on disk or
 * in S3, the file is never in memory.
 */
export function downloadInto(execution: IExecuteFunctions): FetchInto<IBinaryData> {
	return async (url, nameOf, signal) => {
		const request = { method: 'GET', url, headers: {}, timeoutMs: TIMEOUT_MS } as const;
		const answer = await openInTime(execution, request, { signal }).catch((error: unknown) =>
			toAnswer(error, request, signal),
		);
		const { status, headers, body } = answer;
		if (status < 200 || status > 299 || !(body instanceof OpenStream)) {
			if ('end' in answer) answer.end();
			return { status, headers };
		}
		const { name, mimeType } = nameOf(headers);
		const stored = await body.handTo((stream) =>
			execution.helpers.prepareBinaryData(stream, name, mimeType),
		);
		return { status, headers, stored };
	};
}
