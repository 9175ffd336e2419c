import { explainStatus } from './catalogue';
import { LinkedInError } from './error';
import type { ConnectionError, HttpResponse, RenewalError } from './http';
import { isRecord, parseJson, type UnexpectedAnswer } from './parse';
import { explainForbidden, type Explanation, type Right } from './permissions';
import { redact } from './redact';
import type { Telling } from './repeat';
import { parseRetryAfter } from './retry';
import type { TokenFacts } from './token';

/** What a call was for, so that its failure can be told. */
export interface Purpose {
	/** After "Could not": `start the upload of "talk.mp4"`. */
	readonly doing: string;
	readonly right: Right;
	/** The owner's URN. */
	readonly owner?: string;
	/** The ad account whose media library takes part. */
	readonly account?: string;
}

/**
 * How LinkedIn's failures are told.
 *
 * @param repeatable sending it twice does no harm, so an answer that was lost leaves no doubt
 */
export function telling(
	purpose: Purpose,
	{ token, now }: { readonly token: TokenFacts; readonly now: () => number },
	repeatable: boolean,
): Telling<HttpResponse, LinkedInError> {
	return {
		refusal: (response) => refusal(response, purpose, token, now()),
		noAnswer: (error) => noAnswer(error, purpose, !repeatable && !error.neverSent),
		notRenewed: (error) => notRenewed(error, purpose),
	};
}

/** The parts of an error body that decide and those that are shown. */
export interface ErrorBody {
	readonly code: string | undefined;
	readonly message: string | undefined;
}

const MAX_SHOWN = 300;

/**
 * Reads `{message, status, code?, serviceErrorCode?, errorDetails?}`; a text body is its own message.
 * Some codes, such as that of a duplicate post, stand in the details only.
 */
export function readErrorBody(body: string): ErrorBody {
	const json = parseJson(body);
	if (!isRecord(json)) {
		const text = body.trim();
		// A proxy's HTML page says nothing to the reader.
		return { code: undefined, message: text === '' || text.startsWith('<') ? undefined : text };
	}
	const codes = [json.code, detailCode(json.errorDetails)];
	const code = codes.find((candidate) => typeof candidate === 'string');
	const service =
		typeof json.serviceErrorCode === 'number' ? String(json.serviceErrorCode) : undefined;
	return {
		code: code === undefined ? service : redact(code),
		message: typeof json.message === 'string' ? json.message : undefined,
	};
}

/** `{inputErrors: [{code, description, input}]}`: the first one's code. */
function detailCode(details: unknown): unknown {
	const errors: unknown = isRecord(details) ? details.inputErrors : undefined;
	const first: unknown = Array.isArray(errors) ? errors[0] : undefined;
	return isRecord(first) ? first.code : undefined;
}

/** An answer whose status is no success. */
export function refusal(
	response: HttpResponse,
	purpose: Purpose,
	token: TokenFacts,
	now: number,
): LinkedInError {
	const body = readErrorBody(response.body);
	const { what, advice } = explain(response.status, body.code, purpose, token);
	const retryAfterMs = parseRetryAfter(response.headers.get('retry-after'), now);
	const wait =
		retryAfterMs === undefined
			? ''
			: ` LinkedIn asks to wait ${Math.ceil(retryAfterMs / 1000)} seconds.`;
	return new LinkedInError(`Could not ${purpose.doing}: ${what}`, {
		description: `${advice}${wait}`,
		words: linkedInsWords(response, body),
		status: response.status,
		code: body.code,
		...requestIdOf(response),
		retryAfterMs,
	});
}

function explain(
	status: number,
	code: string | undefined,
	purpose: Purpose,
	token: TokenFacts,
): Explanation {
	if (status === 401) return explainUnauthorized(token);
	if (status === 403) return explainForbidden(purpose.right, purpose.owner, purpose.account, token);
	return explainStatus(status, code);
}

function explainUnauthorized(token: TokenFacts): Explanation {
	return token.hasRefreshToken
		? {
				what: 'the LinkedIn connection has ended and could not be renewed',
				advice:
					'Open the credential in n8n and connect again. Access was revoked, or the refresh token (365 days) has ended.',
			}
		: {
				what: 'the LinkedIn connection has ended',
				advice:
					'Open the credential in n8n and connect again. LinkedIn’s tokens last 60 days, and this one has no refresh token with which n8n could renew it.',
			};
}

function linkedInsWords(response: HttpResponse, body: ErrorBody): string {
	const id = requestIdOf(response).requestId;
	const facts = [
		`status ${response.status}`,
		body.code,
		id === undefined ? undefined : `request id ${id}`,
	]
		.filter((fact) => fact !== undefined)
		.join(', ');
	if (body.message === undefined) return `LinkedIn answered with ${facts}.`;
	return `LinkedIn said: "${redact(body.message).slice(0, MAX_SHOWN)}" (${facts}).`;
}

function requestIdOf(response: HttpResponse): { requestId?: string } {
	const id = response.headers.get('x-li-uuid') ?? response.headers.get('x-li-request-id');
	return id === undefined ? {} : { requestId: redact(id) };
}

/**
 * No answer came.
 *
 * @param unclear LinkedIn may have acted on the request nevertheless
 */
export function noAnswer(
	error: ConnectionError,
	purpose: Purpose,
	unclear: boolean,
): LinkedInError {
	const doubt = unclear
		? ' Whether LinkedIn received it is unknown, so it was not sent again: it could have been carried out twice.'
		: '';
	const code = error.code === undefined ? '' : ` (${error.code})`;
	return new LinkedInError(
		`Could not ${purpose.doing}: ${error.neverSent ? 'LinkedIn cannot be reached' : 'LinkedIn gave no answer'}`,
		{
			description: `Check the network, and run the workflow again.${doubt}`,
			words: `The connection said: "${redact(error.message)}"${code}.`,
			notCarriedOut: error.neverSent,
			code: error.code,
		},
	);
}

/** The token had ended, and the token endpoint failed. */
export function notRenewed(error: RenewalError, purpose: Purpose): LinkedInError {
	const status = error.status === undefined ? 'it gave no answer' : `status ${error.status}`;
	return new LinkedInError(
		`Could not ${purpose.doing}: the LinkedIn connection could not be renewed`,
		{
			description: `LinkedIn’s token endpoint failed (${status}). Run the workflow again later; there is no need to connect again unless it stays.`,
			status: error.status,
			code: 'TOKEN_NOT_RENEWED',
			notCarriedOut: true,
		},
	);
}

/** A success whose body is not what LinkedIn documents. */
export function unreadable(
	error: UnexpectedAnswer,
	response: HttpResponse,
	purpose: Purpose,
): LinkedInError {
	return new LinkedInError(`Could not ${purpose.doing}: LinkedIn’s answer cannot be used`, {
		description: `In the answer ${error.message}. Nothing further was sent. Run the workflow again; if it stays, please report it with the request id.`,
		words: linkedInsWords(response, { code: undefined, message: undefined }),
		status: response.status,
		code: 'UNEXPECTED_ANSWER',
		...requestIdOf(response),
	});
}
