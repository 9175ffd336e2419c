import {
	CancelledError,
	ConnectionError,
	RenewalError,
	ResponseHeaders,
	type HttpRequest,
	type HttpResponse,
} from '../../linkedin/api/http';
import { causeOf } from '../../linkedin/api/cause';
import { isRecord, recordOf } from '../../linkedin/api/parse';
import { foreignWords } from '../../linkedin/api/foreignWords';
import { isUnsendable } from '../../linkedin/api/sendable';
import { Problem } from '../../linkedin/problem';
import { failedConnecting, layers } from './layers';
import { metLimit } from './metLimit';

/** An HTTP library's full response, parsed without trusting its form. @param text its body */
export function toHttpResponse(full: unknown, text: string | undefined): HttpResponse {
	const { statusCode, headers } = recordOf(full);
	return withText(
		{
			status: typeof statusCode === 'number' ? statusCode : 0,
			headers: new ResponseHeaders(recordOf(headers)),
		},
		text,
	);
}

/** @param text undefined if it was larger than any answer may be */
export function withText(
	{ status, headers }: Pick<HttpResponse, 'status' | 'headers'>,
	text: string | undefined,
): HttpResponse {
	return { status, headers, body: text ?? '', ...(text === undefined ? { isTooLarge: true } : {}) };
}

/**
 * Reads what n8n threw instead of returning an answer: a wrapped status that it handles itself (a
 * 401 despite a new token), a token that it could not renew, or a failed connection.
 *
 * The thrown error itself is not passed on: it contains the request, and so the token. A copy
 * without them is kept as the cause.
 *
 * @returns the answer, if there was one
 * @throws CancelledError; RenewalError; ConnectionError if there was no answer; Problem if n8n
 * itself refused to send it; a bug in the code unchanged
 */
export function toAnswer(
	error: unknown,
	request: Pick<HttpRequest, 'url'>,
	signal: AbortSignal | undefined,
): HttpResponse {
	if (signal?.aborted) throw new CancelledError();
	if (error instanceof ConnectionError || error instanceof Problem) throw error;
	const status = statusOf(error);
	if (isRenewalRefused(error)) return unauthorized();
	if (isRenewalFailed(error, request)) {
		if (status !== undefined && status < 500 && status !== 429) return unauthorized();
		throw new RenewalError(status, causeOf(error));
	}
	if (status === undefined) {
		if (layers(error).some(({ code }) => isUnsendable(code))) throw notSent(error);
		const limit = metLimit(error);
		if (limit) throw Object.assign(limit, { cause: causeOf(error) });
		const code = socketCode(error);
		if (code === undefined) throw isBug(error) ? error : notSent(error);
		const neverSent = failedConnecting(error) || isProxysNo(error);
		throw new ConnectionError(describe(error), code, neverSent, causeOf(error));
	}
	return { status, headers: new ResponseHeaders(headersOf(error)), body: bodyOf(error) };
}

/**
 * The token endpoint refused to renew: n8n's code for an invalid grant, or its OAuth library's code
 * for any answer with an `error` in it (LinkedIn says `invalid_request` for a revoked one).
 */
function isRenewalRefused(error: unknown): boolean {
	return layers(error).some(
		({ failure, code }) =>
			code === 'EAUTH' || (isRecord(failure) && failure.cause === 'credential-invalid'),
	);
}

/**
 * n8n renews the token during the call: then the token endpoint failed, not the call. This shows in
 * a different URL, or in the OAuth library's own code for a bare status.
 */
function isRenewalFailed(error: unknown, request: Pick<HttpRequest, 'url'>): boolean {
	if (layers(error).some(({ code }) => code === 'ESTATUS')) return true;
	const urls = layers(error).map(({ config }) => (isRecord(config) ? config.url : undefined));
	const url = urls.find((candidate) => typeof candidate === 'string');
	return url !== undefined && url !== request.url;
}

/** The token is no longer valid, and there is no new one. */
function unauthorized(): HttpResponse {
	return { status: 401, headers: new ResponseHeaders({}), body: '' };
}

function statusOf(error: unknown): number | undefined {
	for (const layer of layers(error)) {
		const response = recordOf(layer.response);
		for (const candidate of [layer.httpCode, response.status, response.statusCode, layer.status]) {
			const status = Number(candidate);
			// An answer that broke off in its body has a status too, e.g. 200, but is not an answer.
			if (Number.isInteger(status) && status >= 300 && status <= 599) return status;
		}
	}
	return undefined;
}

function headersOf(error: unknown): Record<string, unknown> {
	for (const layer of layers(error)) {
		if (isRecord(layer.response) && isRecord(layer.response.headers)) {
			return Object.fromEntries(Object.entries(layer.response.headers));
		}
	}
	return {};
}

function bodyOf(error: unknown): string {
	for (const layer of layers(error)) {
		const data = isRecord(layer.response) ? layer.response.data : undefined;
		if (typeof data === 'string') return data;
		if (isRecord(data)) return JSON.stringify(data);
		if (isRecord(layer.context) && isRecord(layer.context.data))
			return JSON.stringify(layer.context.data);
	}
	return '';
}

/** Node's, axios' and undici's codes for a failed connection, not including certificates. */
const CONNECTION_FAILURE =
	/^(E(?!RR_)[A-Z_]+|ERR_NETWORK|ERR_BAD_RESPONSE|ERR_STREAM_\w+|UND_ERR_\w+|HPE_\w+|Z_\w+)$/;

function socketCode(error: unknown): string | undefined {
	for (const layer of layers(error)) {
		for (const code of [layer.code, layer.httpCode]) {
			if (typeof code === 'string' && CONNECTION_FAILURE.test(code)) return code;
		}
		// An answer that broke off in its body: n8n keeps its status, and no code.
		if (layer.httpCode === '200' || layer.httpCode === '201') return 'ECONNRESET';
	}
	return undefined;
}

/** OpenSSL's and Node's codes for an untrusted certificate. */
const CERTIFICATE =
	/^(?:(?:DEPTH_ZERO_)?SELF_SIGNED_CERT\w*|UNABLE_TO_\w+|CERT_\w+|ERR_TLS_CERT_\w+|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE)$/;

/** Why a server's certificate was not trusted, if that was the failure. */
export function certificateCode(error: unknown): string | undefined {
	const codes = layers(error).flatMap(({ code }) => (typeof code === 'string' ? [code] : []));
	return codes.find((code) => CERTIFICATE.test(code));
}

/** JavaScript's own errors, which no network causes: they mean a bug in the code. */
function isBug(error: unknown): boolean {
	if (!(error instanceof Error) || 'code' in error) return false;
	return /^(?:Type|Range|Reference|Syntax)Error$/.test(error.name);
}

/** Undici's error for a proxy that opens no tunnel: nothing behind it received the request. */
function isProxysNo(error: unknown): boolean {
	return layers(error).some(
		({ code, message }) =>
			code === 'UND_ERR_PRX_TLS' ||
			(typeof message === 'string' && /^Proxy response \(\d+\) ?!== 200/.test(message)),
	);
}

/** n8n itself refused to send: its network policy, the credential, a certificate. */
function notSent(error: unknown): Problem {
	return new Problem(
		`n8n could not send the request to LinkedIn: ${foreignWords(describe(error))}`,
		{
			description: 'Check the credential and n8n’s network settings.',
			cause: causeOf(error),
		},
	);
}

/** Node reports no code for several attempts together: then each has its own. */
function describe(error: unknown): string {
	const texts = layers(error).flatMap(({ message }) =>
		typeof message === 'string' && message !== '' ? [message] : [],
	);
	return texts[0] ?? 'the connection failed';
}
