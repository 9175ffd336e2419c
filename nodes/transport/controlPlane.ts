import type { IHttpRequestOptions } from 'n8n-workflow';

import {
	CancelledError,
	type HttpRequest,
	type HttpResponse,
	type SendAuthorized,
} from '../../linkedin/api/http';
import type { TokenFacts } from '../../linkedin/api/token';
import { toAnswer, toHttpResponse } from './answers';
import { cancelSignal, CREDENTIAL, type Caller } from './connection';
import { requestOptions } from './plainRequest';

/**
 * LinkedIn's API through n8n's own helper: it signs with the credential's token, renews it, and
 * brings n8n's proxy and network policy.
 *
 * n8n renews a token only when a 401 is an error to it. Where it could, the 401 is left to it;
 * everywhere else statuses are answers, because n8n's error would lose LinkedIn's body.
 */
export function controlPlane(caller: Caller, token: TokenFacts): SendAuthorized {
	const signal = cancelSignal(caller);

	const send = (
		request: HttpRequest,
		ignoreHttpStatusErrors: IHttpRequestOptions['ignoreHttpStatusErrors'],
	): Promise<{ answer: HttpResponse; handledByN8n: boolean }> =>
		caller.helpers.httpRequestWithAuthentication
			.call(caller, CREDENTIAL, { ...requestOptions(request), ignoreHttpStatusErrors })
			.then(
				(full: unknown) => ({ answer: toHttpResponse(full), handledByN8n: false }),
				(error: unknown) => ({ answer: toAnswer(error, request, signal), handledByN8n: true }),
			);

	return async (request, { refresh = true } = {}) => {
		// n8n aborts what is under way; nothing new is begun either.
		if (signal?.aborted) throw new CancelledError();
		if (!refresh || !token.hasRefreshToken) return (await send(request, true)).answer;
		const { answer, handledByN8n } = await send(request, { ignore: true, except: [401] });
		if (answer.status !== 401 || handledByN8n) return answer;
		// n8n before 2.9 does not know `except`: the 401 came back unseen, and nothing was renewed yet.
		return (await send(request, false)).answer;
	};
}
