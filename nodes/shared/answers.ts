import {
	CancelledError,
	ConnectionError,
	ResponseHeaders,
	type HttpResponse,
} from '../../linkedin/api/http';
import { isRecord } from '../../linkedin/api/parse';

/** n8n's full response, taken apart without trusting its form. */
export function toHttpResponse(full: unknown): HttpResponse {
	const { statusCode, headers, body } = isRecord(full) ? full : {};
	return {
		status: typeof statusCode === 'number' ? statusCode : 0,
		headers: new ResponseHeaders(isRecord(headers) ? headers : {}),
		body: typeof body === 'string' ? body : '',
	};
}

/**
 * What n8n threw instead of an answer: its own wrapping of a status that it acts upon (a 401 after
 * a refresh did not help), or a connection that failed.
 *
 * The thrown error itself goes no further: it carries the request, and so the token.
 *
 * @returns the answer, where there was one
 * @throws CancelledError; ConnectionError where there was no answer
 */
export function toAnswer(error: unknown, signal: AbortSignal | undefined): HttpResponse {
	if (signal?.aborted) throw new CancelledError();
	const status = statusOf(error);
	if (status === undefined) throw new ConnectionError(describe(error), socketCode(error));
	return { status, headers: new ResponseHeaders(headersOf(error)), body: bodyOf(error) };
}

/** Layers in which n8n and axios keep what happened, from the outside in. */
function layers(error: unknown): Array<Record<string, unknown>> {
	const found: Array<Record<string, unknown>> = [];
	for (let layer = error; isRecord(layer) && found.length < 5; layer = layer.cause)
		found.push(layer);
	return found;
}

function statusOf(error: unknown): number | undefined {
	for (const layer of layers(error)) {
		const response = isRecord(layer.response) ? layer.response : {};
		for (const candidate of [
			layer.httpCode,
			response.status,
			response.statusCode,
			layer.statusCode,
		]) {
			const status = Number(candidate);
			if (Number.isInteger(status) && status >= 100 && status <= 599) return status;
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

function socketCode(error: unknown): string | undefined {
	for (const layer of layers(error)) {
		if (typeof layer.code === 'string' && /^[A-Z_]+$/.test(layer.code)) return layer.code;
	}
	return undefined;
}

function describe(error: unknown): string {
	return error instanceof Error ? error.message : 'the connection failed';
}
