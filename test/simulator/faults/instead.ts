import { empty, json, type SimResponse } from '../core/http';
import type { Fault } from './fault';

/** Faults that answer in place of the handler. */
export function instead(fault: Fault | undefined): SimResponse | undefined {
	if (fault?.kind === 'redirect') {
		return empty(fault.status ?? 302, { location: fault.location });
	}
	if (fault?.kind !== 'status') return undefined;
	const { status, retryAfter } = fault;
	const body = fault.body ?? defaultBody(status);
	const answer =
		typeof body === 'string'
			? { ...empty(status, { 'content-type': 'text/plain' }), body }
			: json(status, body);
	return {
		...answer,
		headers: {
			...answer.headers,
			...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
			...fault.headers,
		},
	};
}

/** public: LinkedIn's words for the statuses that are planned most. */
function defaultBody(status: number): object {
	if (status === 429) {
		return {
			status,
			code: 'TOO_MANY_REQUESTS',
			message: 'Resource level throttle limit for calls to this resource is reached.',
		};
	}
	if (status >= 500) {
		return { status, code: 'INTERNAL_SERVER_ERROR', message: 'Internal Server Error' };
	}
	return { status, message: 'A planned refusal' };
}
