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
import { requestOptions } from './requestOptions';
import { withinLimit } from './withinLimit';

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
		withinLimit(request, signal, (over): Promise<unknown> => {
			const options = { ...requestOptions(request), ignoreHttpStatusErrors };
			return caller.helpers.httpRequestWithAuthentication.call(
				hearing(caller, over),
				CREDENTIAL,
				options,
			);
		}).then(
			(full) => ({ answer: toHttpResponse(full), handledByN8n: false }),
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

/** n8n puts the execution's signal in the place of a request's own, so the execution gives another one. */
function hearing(caller: Caller, signal: AbortSignal): Caller {
	return new Proxy(caller, {
		get: (target, key): unknown =>
			key === 'getExecutionCancelSignal' ? () => signal : Reflect.get(target, key),
		has: (target, key) => key === 'getExecutionCancelSignal' || Reflect.has(target, key),
	});
}
