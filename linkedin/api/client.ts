import type { LinkedInError } from './error';
import { noAnswer, notRenewed, readErrorBody, refusal, unreadable, type Purpose } from './failure';
import {
	ConnectionError,
	RenewalError,
	type HttpRequest,
	type HttpResponse,
	type SendAuthorized,
} from './http';
import { Fields, parseJson, UnexpectedAnswer } from './parse';
import { retryDelay, type Failure, type RetryPolicy } from './retry';
import type { TokenFacts } from './token';
import { candidateVersions, isVersionRefusal, type ApiVersion } from './versions';

/** What the client takes from outside: the network, the clock, the dice. */
export interface ClientOptions {
	/** e.g. `https://api.linkedin.com`, without a slash at its end. */
	readonly baseUrl: string;
	/** Shared by all calls of an execution: what one call found out, the others use. */
	readonly version: ApiVersion;
	readonly send: SendAuthorized;
	readonly token: TokenFacts;
	readonly retry: RetryPolicy;
	/** Waits; rejects with CancelledError when the execution, or `signal`, is aborted. */
	readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
	/** Epoch milliseconds. */
	readonly now: () => number;
	/** 0 ≤ n < 1. */
	readonly random: () => number;
}

/** One Rest.li call. */
export interface Call {
	readonly method: 'GET' | 'POST';
	/** `X-RestLi-Method`: LinkedIn does not guess it from the HTTP method. */
	readonly restliMethod:
		'get' | 'batch_get' | 'finder' | 'partial_update' | 'action' | 'create' | 'delete';
	/** From the base URL on, ids and query already encoded. */
	readonly path: string;
	readonly body?: unknown;
	readonly purpose: Purpose;
}

interface FailedAttempt {
	readonly failure: Failure;
	readonly error: LinkedInError;
	/** Certain: LinkedIn refused the token before it looked at the call. */
	readonly notCarriedOut?: boolean;
}

const CALL_TIMEOUT_MS = 60_000;

/**
 * LinkedIn's control plane: JSON over Rest.li 2.0.
 *
 * GETs are repeated by the retry policy; everything else is sent once, because LinkedIn has no
 * idempotency key. The one exception is a call that was refused for its version: it was not carried
 * out, whatever its method, and goes out again with the next version.
 */
export class LinkedInClient {
	/** Requests that were sent again, version searches not counted. */
	retries = 0;

	constructor(readonly options: ClientOptions) {}

	/**
	 * @param read takes the answer's fields apart; an {@link UnexpectedAnswer} from it becomes the
	 * call's error
	 * @throws LinkedInError
	 */
	async call<Result>(call: Call, read: (answer: Fields) => Result): Promise<Result> {
		const response = await this.exchange(call);
		try {
			const json = parseJson(response.body);
			if (json === undefined) throw new UnexpectedAnswer('the JSON is broken');
			return read(Fields.of(json, ''));
		} catch (error) {
			throw error instanceof UnexpectedAnswer ? unreadable(error, response, call.purpose) : error;
		}
	}

	/** The same for answers without a body. */
	async callWithoutAnswer(call: Call): Promise<void> {
		await this.exchange(call);
	}

	private async exchange(call: Call): Promise<HttpResponse> {
		for (let attempt = 1; ; attempt += 1) {
			const outcome = await this.attempt(call);
			if (!('failure' in outcome)) return outcome.response;
			const delay =
				call.method === 'GET' || outcome.notCarriedOut
					? retryDelay(this.options.retry, attempt, outcome.failure, this.options.random)
					: undefined;
			if (delay === undefined) throw outcome.error;
			this.retries += 1;
			await this.options.sleep(delay);
		}
	}

	private async attempt(call: Call): Promise<{ response: HttpResponse } | FailedAttempt> {
		try {
			const response = await this.sendHealingVersion(call);
			if (response.status >= 200 && response.status < 300) return { response };
			const error = refusal(response, call.purpose, this.options.token, this.options.now());
			return { failure: { status: response.status, retryAfterMs: error.retryAfterMs }, error };
		} catch (error) {
			if (error instanceof RenewalError) {
				return {
					failure: { status: error.status, retryAfterMs: undefined },
					error: notRenewed(error, call.purpose),
					notCarriedOut: true,
				};
			}
			if (!(error instanceof ConnectionError)) throw error;
			return {
				failure: { status: undefined, retryAfterMs: undefined },
				error: noAnswer(error, call.purpose, call.method !== 'GET'),
			};
		}
	}

	/** Sends; on a refusal of the version finds one that LinkedIn accepts and keeps it. */
	private async sendHealingVersion(call: Call): Promise<HttpResponse> {
		const { version, now } = this.options;
		const refused = version.current;
		const first = await this.send(call, refused);
		if (!isVersionRefusal(first.status, readErrorBody(first.body).code)) return first;
		for (const candidate of candidateVersions(refused, now())) {
			const response = await this.send(call, candidate);
			if (isVersionRefusal(response.status, readErrorBody(response.body).code)) continue;
			version.current = candidate;
			return response;
		}
		return first;
	}

	private send(call: Call, version: string | undefined): Promise<HttpResponse> {
		const { baseUrl, send } = this.options;
		const request: HttpRequest = {
			method: call.method,
			url: `${baseUrl}${call.path}`,
			headers: {
				Accept: 'application/json',
				'X-Restli-Protocol-Version': '2.0.0',
				'X-RestLi-Method': call.restliMethod,
				...(version === undefined ? {} : { 'Linkedin-Version': version }),
				...(call.body === undefined ? {} : { 'Content-Type': 'application/json' }),
			},
			...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
			timeoutMs: CALL_TIMEOUT_MS,
		};
		return send(request);
	}
}
