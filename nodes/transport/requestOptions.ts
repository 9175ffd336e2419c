import type { IHttpRequestOptions } from 'n8n-workflow';

import type { HttpRequest } from '../../linkedin/api/http';
import { TIME_LIMITS } from '../../linkedin/api/timeLimits';

/** A request in n8n's form: no redirect is followed, the whole answer comes back. */
export function requestOptions(
	request: HttpRequest,
	encoding: 'text' | 'stream' = 'text',
): IHttpRequestOptions {
	return {
		method: request.method,
		url: request.url,
		headers: { ...request.headers },
		...(request.body === undefined ? {} : { body: request.body }),
		timeout: request.timeoutMs,
		// Of the socket until it is connected, where n8n knows it; older ones leave that to the system.
		agentOptions: { timeout: TIME_LIMITS.connectMs },
		encoding,
		returnFullResponse: true,
		disableFollowRedirect: true,
	};
}
