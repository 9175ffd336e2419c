import { readText } from '../core/body';
import { refusals } from '../core/catalogue';
import type { SimRequest } from '../core/http';
import type { Refusal } from '../core/refusal';

export interface OpenedRequest {
	readonly request: SimRequest;
	/** Why it is not even looked at. */
	readonly refusal?: Refusal;
}

const bodyLimit = 1024 * 1024;

/** public (query tunnelling): "If your request exceeds any ... you will receive a 414 response." */
const limits = { url: 8192, query: 4096, segment: 4096 } as const;

/**
 * What LinkedIn's gateway does before a resource sees the request. public (query tunnelling): the
 * query comes in the body of a POST with `X-HTTP-Method-Override` and as a form; it has no limit
 * of length there.
 */
export async function openRequest(request: SimRequest, origin: string): Promise<OpenedRequest> {
	if (!/^\/(rest|v2)\//.test(request.path)) return { request };
	const tooLong = whatIsTooLong(request, origin);
	if (tooLong !== undefined) return { request, refusal: refusals.tooLong(tooLong) };
	const override = request.headers['x-http-method-override']?.trim().toUpperCase();
	if (request.method !== 'POST' || override === undefined || override === '') return { request };
	const type = request.headers['content-type'] ?? '(none)';
	if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type)) {
		const refusal = refusals.unsupportedMedia(type, 'application/x-www-form-urlencoded');
		return { request: { ...request, method: override }, refusal };
	}
	const body = await readText(request.body, bodyLimit);
	request.note(body);
	// assumed: what stands in the URL too comes first.
	const rawQuery = [request.rawQuery, body].filter((part) => part !== '').join('&');
	return {
		request: { ...request, method: override, rawQuery, query: new URLSearchParams(rawQuery) },
	};
}

function whatIsTooLong({ path, rawQuery }: SimRequest, origin: string): string | undefined {
	if (rawQuery.length > limits.query) return `query string of ${rawQuery.length} bytes`;
	const url = origin.length + path.length + (rawQuery === '' ? 0 : 1 + rawQuery.length);
	if (url > limits.url) return `URL of ${url} bytes`;
	const segment = Math.max(...path.split('/').map(({ length }) => length));
	return segment > limits.segment ? `path segment of ${segment} bytes` : undefined;
}
