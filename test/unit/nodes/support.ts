import { createRequire } from 'node:module';

import {
	NodeApiError,
	type IExecuteFunctions,
	type IHttpRequestOptions,
	type INode,
	type JsonObject,
} from 'n8n-workflow';

import type { HttpRequest } from '../../../linkedin/api/http';
import { TIME_LIMITS } from '../../../linkedin/api/timeLimits';

export const NODE: INode = {
	id: 'node-1',
	name: 'LinkedIn Media',
	type: 'n8n-nodes-linkedin-media.linkedInMedia',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

export const TOKEN = 'AQX-secret-token';

export const REQUEST: HttpRequest = {
	method: 'POST',
	url: 'https://api.linkedin.com/rest/videos?action=initializeUpload',
	headers: { 'Content-Type': 'application/json' },
	body: '{}',
	timeoutMs: 60_000,
};

interface Axios {
	AxiosError: new (
		message: string,
		code?: string,
		config?: unknown,
		request?: unknown,
		response?: unknown,
	) => Error;
	AxiosHeaders: new (headers: Record<string, string>) => object;
}

/** The very library that n8n sends with. */
const { AxiosError, AxiosHeaders } = createRequire(require.resolve('n8n-core'))('axios') as Axios;

interface Answer {
	readonly status: number;
	readonly data?: unknown;
	readonly headers?: Record<string, string>;
}

/** What axios throws; its config carries the token, as n8n signed it. */
export function axiosError(
	message: string,
	code: string,
	{ url = REQUEST.url, response }: { url?: string; response?: Answer } = {},
): Error {
	const config = { url, headers: { Authorization: `Bearer ${TOKEN}` } };
	const answered = response && {
		...response,
		headers: axiosHeaders(response.headers ?? {}),
		config,
	};
	return new AxiosError(message, code, config, {}, answered);
}

export function axiosHeaders(headers: Record<string, string>): object {
	return new AxiosHeaders(headers);
}

/** n8n wraps whatever happened in `httpRequestWithAuthentication`. */
export function wrapped(error: Error): NodeApiError {
	return new NodeApiError(NODE, error as unknown as JsonObject);
}

/** An error status as n8n throws it from there. */
export function refusedByStatus(response: Answer): NodeApiError {
	const message = `Request failed with status code ${response.status}`;
	return wrapped(axiosError(message, 'ERR_BAD_REQUEST', { response }));
}

/** n8n's `httpRequest`, played: it gives the same answer, or error, each time. */
export function httpRequestGiving(answer: unknown) {
	const calls: IHttpRequestOptions[] = [];
	const httpRequest = (options: IHttpRequestOptions): Promise<unknown> => {
		calls.push(options);
		return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
	};
	return { calls, httpRequest };
}

/** What n8n's helpers do with one request. */
export type Step = { statusCode: number; headers?: object; body?: string } | Error;

/** n8n's helpers, played step by step. */
export function callerOn(steps: readonly Step[], signal?: AbortSignal) {
	const calls: IHttpRequestOptions[] = [];
	const credentials: string[] = [];
	const next = (options: IHttpRequestOptions) => {
		const step = steps[calls.length];
		calls.push(options);
		return step instanceof Error ? Promise.reject(step) : Promise.resolve(step);
	};
	const logged: string[] = [];
	const caller = {
		getExecutionCancelSignal: () => signal,
		logger: { warn: (line: string) => logged.push(line) },
		helpers: {
			httpRequest: next,
			httpRequestWithAuthentication: (name: string, options: IHttpRequestOptions) => {
				credentials.push(name);
				return next(options);
			},
		},
	} as unknown as IExecuteFunctions;
	return { caller, calls, credentials, logged };
}

/** {@link REQUEST} in n8n's words. */
export const OPTIONS = {
	method: REQUEST.method,
	url: REQUEST.url,
	headers: REQUEST.headers,
	body: REQUEST.body,
	timeout: REQUEST.timeoutMs,
	agentOptions: { timeout: TIME_LIMITS.connectMs },
	encoding: 'text',
	returnFullResponse: true,
	disableFollowRedirect: true,
};
