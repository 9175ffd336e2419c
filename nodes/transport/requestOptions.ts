import type { IHttpRequestOptions } from 'n8n-workflow';

import type { HttpRequest } from '../../linkedin/api/http';
import { TIME_LIMITS } from '../../linkedin/api/timeLimits';

/** A request in n8n's form: redirects are not followed, the full response is returned. */
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
		// Until the socket is connected, if n8n supports it; older versions leave that to the system.
		agentOptions: { timeout: TIME_LIMITS.connectMs },
		encoding,
		returnFullResponse: true,
		disableFollowRedirect: true,
	};
}
