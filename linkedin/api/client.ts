import { unusableAnswerError } from './answerErrors';
import type { Findings } from './findings';
import { fieldsOf, foreignAnswer, otherStatus } from './foreignAnswer';
import type { HttpRequest, HttpResponse, SendAuthorized } from './http';
import { linkedInErrors } from './linkedInErrors';
import { UnexpectedAnswer, type JsonFields } from './parse';
import type { CallPurpose } from './purpose';
import { sendRepeatedly, type RetryClock } from './repeat';
import { isTransient, type RetryPolicy } from './retry';
import type { TokenFacts } from './token';
import { tunnelled } from './tunnel';
import { turnAfter } from './turns';
import { candidateVersions, isVersionRefusal, type ApiVersion } from './versions';

/** What the client is given from outside: network, clock and random numbers. */
export interface ClientOptions extends RetryClock {
	/** e.g. `https://api.linkedin.com`, without a slash at its end. */
	readonly baseUrl: string;
	/** Shared by all calls of an execution: they all use what one of them found out. */
	readonly version: ApiVersion;
	readonly send: SendAuthorized;
	readonly token: TokenFacts;
	/** Shared like the version. */
	readonly findings: Findings;
	readonly retry: RetryPolicy;
	/** Epoch milliseconds. */
	readonly now: () => number;
	/** Called before each pause while waiting for LinkedIn's processing. */
	readonly onWaiting?: (waiting: Waiting) => void;
}

/** Progress of a wait for LinkedIn's processing. */
export interface Waiting {
	/** With its noun: `video "talk.mp4" (urn:li:video:1)`. */
	readonly called: string;
	/** Milliseconds since it began. */
	readonly elapsedMs: number;
}

/** One Rest.li call. */
export interface RestliCall {
	readonly method: 'GET' | 'POST' | 'DELETE';
	/** `X-RestLi-Method`: LinkedIn does not guess it from the HTTP method. */
	readonly restliMethod:
		'get' | 'get_all' | 'batch_get' | 'finder' | 'partial_update' | 'action' | 'create' | 'delete';
	/** From the base URL on, ids and query already encoded. */
	readonly path: string;
	readonly body?: unknown;
	readonly purpose: CallPurpose;
	/**
	 * A POST that may be carried out twice without harm, because it says how something is to be, or only
	 * reads.
	 */
	readonly repeatable?: true;
	/** The status of a success without a body, which says all that there is to say. */
	readonly documented?: number;
	/** In place of the client's own policy. */
	readonly retry?: RetryPolicy;
}

const CALL_TIMEOUT_MS = 60_000;

/**
 * LinkedIn's control plane: JSON over Rest.li 2.0.
 *
 * GETs and DELETEs are repeated by the retry policy; everything else is sent once, because LinkedIn
 * has no idempotency key. The one exception is a call that was refused for its version: whatever
 * its method, it was not carried out, so it is sent again with the next version.
 */
export class LinkedInClient {
	/** Number of retries, not counting the search for a version. */
	retries = 0;
	/**
	 * All requests to the API, which LinkedIn's daily limits count. Requests to upload URLs don't
	 * count.
	 */
	calls = 0;

	constructor(readonly options: ClientOptions) {}

	/** The same client, which counts for itself: for calls that are not part of an operation. */
	get apart(): LinkedInClient {
		return new LinkedInClient(this.options);
	}

	/**
	 * @param read reads the answer's fields; an {@link UnexpectedAnswer} from it becomes the call's
	 * error
	 * @throws LinkedInError
	 */
	async call<Result>(call: RestliCall, read: (answer: JsonFields) => Result): Promise<Result> {
		const response = await this.exchange(call);
		try {
			const result = read(await fieldsOf(response));
			await turnAfter(response.body);
			return result;
		} catch (error) {
			if (!(error instanceof UnexpectedAnswer)) throw error;
			throw unusableAnswerError(error, response, call.purpose);
		}
	}

	/** The same for answers without a body. */
	async callWithoutAnswer(call: RestliCall): Promise<void> {
		await this.callForHeaders(call);
	}

	/**
	 * The same for answers whose information is in their headers; they may have a body.
	 *
	 * @throws LinkedInError also for a success that can't be LinkedIn's, such as a gateway's page: it
	 * is then unknown whether the call was carried out
	 */
	async callForHeaders(call: RestliCall): Promise<HttpResponse> {
		const response = await this.exchange(call);
		const problem = (await foreignAnswer(response)) ?? otherStatus(response, call.documented);
		if (problem === undefined) return response;
		throw unusableAnswerError(problem, response, call.purpose);
	}

	private exchange(call: RestliCall): Promise<HttpResponse> {
		const { options } = this;
		// A second DELETE finds nothing left to do.
		const repeatable = call.repeatable ?? call.method !== 'POST';
		return sendRepeatedly(options, {
			...linkedInErrors(call.purpose, options, repeatable),
			send: () => this.sendHealingVersion(call),
			repeatable,
			retry: call.retry ?? options.retry,
			onRetry: () => {
				this.retries += 1;
			},
		});
	}

	/** Sends the call. If LinkedIn refuses its version, finds one that it accepts and keeps that. */
	private async sendHealingVersion(call: RestliCall): Promise<HttpResponse> {
		const { version, now } = this.options;
		const refused = version.current;
		const first = await this.send(call, refused);
		if (isUnversioned(call) || !isVersionRefusal(first)) return first;
		for (const candidate of candidateVersions(refused, now())) {
			const response = await this.send(call, candidate);
			if (isVersionRefusal(response)) continue;
			// A busy or failing LinkedIn says nothing about the version: it is not kept yet.
			if (!isTransient(response.status)) version.current = candidate;
			return response;
		}
		return first;
	}

	private send(call: RestliCall, version: string): Promise<HttpResponse> {
		const { baseUrl, send } = this.options;
		const request: HttpRequest = {
			method: call.method,
			url: `${baseUrl}${call.path}`,
			headers: {
				Accept: 'application/json',
				'X-Restli-Protocol-Version': '2.0.0',
				'X-RestLi-Method': call.restliMethod,
				...(isUnversioned(call) ? {} : { 'Linkedin-Version': version }),
				...(call.body === undefined ? {} : { 'Content-Type': 'application/json' }),
			},
			...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
			timeoutMs: CALL_TIMEOUT_MS,
		};
		this.calls += 1;
		return send(tunnelled(request));
	}
}

/** Below `/v2` LinkedIn's API has no versions; what a version means there no document says. */
function isUnversioned({ path }: RestliCall): boolean {
	return path.startsWith('/v2/');
}
