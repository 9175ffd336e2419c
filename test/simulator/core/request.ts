import type { IncomingMessage } from 'node:http';
import type { ReceivedBody } from './body';
import type { SimRequest } from './http';
import { shortHash } from './ids';

export interface Target {
	readonly path: string;
	readonly query: URLSearchParams;
	readonly rawQuery: string;
	readonly segments: readonly string[];
}

/** Keeps the path as it came: a parser of URLs would resolve dots and hide what was sent. */
export function parseTarget(target: string): Target {
	const [path = '', query = ''] = target.split(/\?(.*)/s);
	return {
		path,
		query: new URLSearchParams(query),
		rawQuery: query,
		segments: path.split('/').slice(1).map(decode),
	};
}

function decode(segment: string): string {
	try {
		return decodeURIComponent(segment);
	} catch {
		return segment;
	}
}

/** Repeated headers come joined by a comma, so that a rule for one value refuses two. */
export function flattenHeaders(message: IncomingMessage): Readonly<Record<string, string>> {
	const headers: Record<string, string> = {};
	for (let index = 0; index + 1 < message.rawHeaders.length; index += 2) {
		const name = message.rawHeaders[index]?.toLowerCase() ?? '';
		const value = message.rawHeaders[index + 1] ?? '';
		const before = headers[name];
		headers[name] = before === undefined ? value : `${before}, ${value}`;
	}
	return headers;
}

export function toSimRequest(
	message: IncomingMessage,
	target: Target,
	body: ReceivedBody,
	note: (parsedBody: unknown) => void,
): SimRequest {
	const headers = flattenHeaders(message);
	return { method: message.method ?? '', ...target, headers, body, note };
}

export function redactHeaders(
	headers: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
	const { authorization } = headers;
	if (authorization === undefined) return headers;
	const [scheme = '', ...rest] = authorization.split(' ');
	return { ...headers, authorization: `${scheme} sha256:${shortHash(rest.join(' '))}` };
}
