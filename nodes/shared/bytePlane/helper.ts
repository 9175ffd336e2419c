import type { SendBytes } from '../../../linkedin/api/http';
import { CancelledError } from '../../../linkedin/api/http';
import { toAnswer, toHttpResponse } from '../answers';
import type { Caller } from '../connection';
import { requestOptions } from '../requestOptions';

/**
 * Pre-signed URLs through n8n's plain helper: no token goes along, every status is an answer. It is
 * always there, and opens one connection per request. That connection is not to be seen: an answer is
 * taken as one to the whole body, as LinkedIn's is, whose ETag is that of the bytes it has read.
 */
export function sendByHelper(caller: Caller): SendBytes {
	return async (request, signal) => {
		if (signal?.aborted) throw new CancelledError();
		return caller.helpers
			.httpRequest({
				...requestOptions(request),
				ignoreHttpStatusErrors: true,
				abortSignal: signal,
			})
			.then(toHttpResponse, (error: unknown) => toAnswer(error, request, signal));
	};
}
