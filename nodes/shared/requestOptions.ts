import type { IHttpRequestOptions } from 'n8n-workflow';

import type { HttpRequest } from '../../linkedin/api/http';

/** A request in n8n's form, the same on both planes: no redirect is followed, the body comes as text. */
export function requestOptions(request: HttpRequest): IHttpRequestOptions {
	return {
		method: request.method,
		url: request.url,
		headers: { ...request.headers },
		...(request.body === undefined ? {} : { body: request.body }),
		timeout: request.timeoutMs,
		encoding: 'text',
		returnFullResponse: true,
		disableFollowRedirect: true,
	};
}
