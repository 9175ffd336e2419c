import type { IHttpRequestOptions } from 'n8n-workflow';

import {
	CancelledError,
	type HttpRequest,
	type HttpResponse,
	type SendAuthorized,
} from '../../linkedin/api/http';
import { recordOf } from '../../linkedin/api/parse';
import type { TimeLimit } from '../../linkedin/api/timeLimits';
import type { TokenFacts } from '../../linkedin/api/token';
import { toAnswer, toHttpResponse } from './answers';
import { BoundedHelper } from './boundedHelper';
import { cancelSignal, CREDENTIAL, type Caller } from './connection';
import { requestOptions } from './requestOptions';
import { withinLimit } from './withinLimit';

/**
 * LinkedIn's API through n8n's own helper: it adds the credential's token, renews it, and applies
 * n8n's proxy and network policy.
 *
 * n8n renews a token only if a 401 is an error to it. If it can renew, the 401 is left to it; all
 * other statuses are answers, because n8n's error would lose LinkedIn's body.
 */
export function controlPlane(caller: Caller, token: TokenFacts): SendAuthorized {
	const signal = cancelSignal(caller);

	const send = (
		request: HttpRequest,
		ignoreHttpStatusErrors: IHttpRequestOptions['ignoreHttpStatusErrors'],
	): Promise<{ answer: HttpResponse; handledByN8n: boolean }> => {
		let bounded: BoundedHelper | undefined;
		const exchange = (over: AbortSignal): Promise<unknown> => {
			const options = { ...requestOptions(request), ignoreHttpStatusErrors };
			bounded = new BoundedHelper(caller.helpers, over);
			return caller.helpers.httpRequestWithAuthentication.call(
				withOwn(caller, over, bounded),
				CREDENTIAL,
				options,
			);
		};
		const stage = (): TimeLimit | undefined => (bounded?.begun ? 'BODY_TIMEOUT' : undefined);
		return withinLimit(request, signal, exchange, stage).then(
			(full) => ({ answer: answerOf(full, bounded), handledByN8n: false }),
			(error: unknown) => ({
				answer: toAnswer(bounded?.failure ?? error, request, signal),
				handledByN8n: true,
			}),
		);
	};

	return async (request, { refresh = true } = {}) => {
		// n8n aborts what is in progress; nothing new is started either.
		if (signal?.aborted) throw new CancelledError();
		if (!refresh || !token.hasRefreshToken) return (await send(request, true)).answer;
		const { answer, handledByN8n } = await send(request, { ignore: true, except: [401] });
		if (answer.status !== 401 || handledByN8n) return answer;
		// n8n before 2.9 doesn't have `except`: the 401 was returned as an answer, and nothing was
		// renewed yet.
		return (await send(request, false)).answer;
	};
}

function answerOf(full: unknown, bounded: BoundedHelper | undefined): HttpResponse {
	const { body } = recordOf(full);
	const text = typeof body === 'string' ? body : '';
	return toHttpResponse(full, bounded?.isTooLarge ? undefined : text);
}

/**
 * n8n replaces a request's own signal with the execution's, so the execution provides another one.
 * It sends with the execution's plain helper (`this.helpers.httpRequest`, from n8n 2.0.3 to 2.40),
 * which is replaced with the bounded one.
 */
function withOwn(caller: Caller, signal: AbortSignal, { httpRequest }: BoundedHelper): Caller {
	const helpers = new Proxy(caller.helpers, {
		get: (target, key): unknown => (key === 'httpRequest' ? httpRequest : Reflect.get(target, key)),
	});
	const own: Readonly<Record<string | symbol, unknown>> = {
		getExecutionCancelSignal: () => signal,
		helpers,
	};
	return new Proxy(caller, {
		get: (target, key): unknown => (Object.hasOwn(own, key) ? own[key] : Reflect.get(target, key)),
		has: (target, key) => Object.hasOwn(own, key) || Reflect.has(target, key),
	});
}
