import { LinkedInClient, type RestliCall, type ClientOptions } from '../../../linkedin/api/client';
import { ResponseHeaders, type HttpRequest, type HttpResponse } from '../../../linkedin/api/http';
import type { CallPurpose } from '../../../linkedin/api/purpose';
import type { RetryPolicy } from '../../../linkedin/api/retry';
import type { TokenFacts } from '../../../linkedin/api/token';

export const BASE_URL = 'https://api.linkedin.com';
export const NOW = Date.UTC(2026, 10, 20, 12);
export const PERSON = 'urn:li:person:m3mbEr_1';
export const PAGE = 'urn:li:organization:2414183';
export const ACCOUNT = 'urn:li:sponsoredAccount:123456789';

/** Two repetitions, after 50 and 100 ms where {@link half} is the dice. */
export const RETRY: RetryPolicy = {
	maxRetries: 2,
	baseDelayMs: 100,
	maxDelayMs: 10_000,
	maxRetryAfterMs: 60_000,
};
export const half = (): number => 0.5;

export const NO_REFRESH: TokenFacts = { hasRefreshToken: false };

/** An answer; an object as the body is sent as JSON. */
export function answer(
	status: number,
	body: unknown = '',
	headers: Readonly<Record<string, unknown>> = {},
): HttpResponse {
	return {
		status,
		headers: new ResponseHeaders(headers),
		body: typeof body === 'string' ? body : JSON.stringify(body),
	};
}

/** What the network does with one request: answers, fails, or decides by the request. */
export type Step = HttpResponse | Error | ((request: HttpRequest) => HttpResponse);

/** The next step for each request, in order. More requests than steps fail the test. */
export function play(steps: readonly Step[]): {
	requests: HttpRequest[];
	send: (request: HttpRequest) => Promise<HttpResponse>;
} {
	const requests: HttpRequest[] = [];
	return {
		requests,
		send: async (request) => {
			const step = steps[requests.length];
			requests.push(request);
			if (step === undefined) throw new Error(`unexpected: ${request.method} ${request.url}`);
			if (step instanceof Error) throw step;
			return Promise.resolve(typeof step === 'function' ? step(request) : step);
		},
	};
}

/** A client on a played network, with a clock that only its own waits move. */
export interface Lab {
	readonly client: LinkedInClient;
	readonly requests: HttpRequest[];
	/** Milliseconds of each wait. */
	readonly waits: number[];
	readonly clock: { now: number };
}

export function clientOn(steps: readonly Step[], options: Partial<ClientOptions> = {}): Lab {
	const { requests, send } = play(steps);
	const waits: number[] = [];
	const clock = { now: NOW };
	const client = new LinkedInClient({
		baseUrl: BASE_URL,
		version: { configured: '202607', current: '202607' },
		send,
		token: NO_REFRESH,
		findings: {},
		retry: RETRY,
		sleep: (milliseconds) => {
			waits.push(milliseconds);
			clock.now += milliseconds;
			return Promise.resolve();
		},
		now: () => clock.now,
		random: half,
		...options,
	});
	return { client, requests, waits, clock };
}

/** What a call is for, where a test makes its errors by hand. */
export const START = {
	doing: 'start the upload of "talk.mp4"',
	right: 'uploadVideo',
	owner: PAGE,
} as const satisfies CallPurpose;

export const GET: RestliCall = {
	method: 'GET',
	restliMethod: 'get',
	path: '/rest/videos/urn%3Ali%3Avideo%3AC1',
	purpose: { doing: 'read the video', right: 'readVideo', owner: PERSON },
};

export const POST: RestliCall = {
	method: 'POST',
	restliMethod: 'action',
	path: '/rest/videos?action=initializeUpload',
	body: { initializeUploadRequest: { owner: PERSON } },
	purpose: { doing: 'start the upload of "talk.mp4"', right: 'uploadVideo', owner: PERSON },
};

/** The error of this class that an action ends with; anything else fails the test. */
export async function failureOf<Failure extends Error>(
	type: abstract new (...parameters: never[]) => Failure,
	action: () => unknown,
): Promise<Failure> {
	let result: unknown;
	try {
		result = await action();
	} catch (error) {
		if (error instanceof type) return error;
		throw error;
	}
	throw new Error(`expected a ${type.name}, got ${JSON.stringify(result)}`);
}
