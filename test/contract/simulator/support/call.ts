import { Readable } from 'node:stream';
import { Agent, request } from 'undici';

export interface Call {
	readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH';
	readonly headers?: Readonly<Record<string, string | undefined>>;
	/** A list goes out chunked, without a Content-Length. */
	readonly body?: Buffer | string | readonly Buffer[];
	readonly signal?: AbortSignal;
}

export interface Answer {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly text: string;
	/** The parsed body; `undefined` where it is not JSON. */
	readonly json: unknown;
}

const agent = new Agent({ keepAliveTimeout: 1000 });
afterAll(() => agent.close());

/** Plain HTTP, so that nothing but the simulator is under test. */
export async function call(
	url: string,
	{ method = 'GET', headers = {}, body, signal }: Call = {},
): Promise<Answer> {
	const sent = Object.entries(headers).flatMap(([name, value]) =>
		value === undefined ? [] : [[name, value] as const],
	);
	const answer = await request(url, {
		method,
		headers: Object.fromEntries(sent),
		body: isList(body) ? Readable.from(body) : (body ?? null),
		dispatcher: agent,
		...(signal === undefined ? {} : { signal }),
	});
	const text = await answer.body.text();
	return { status: answer.statusCode, headers: flatten(answer.headers), text, json: parse(text) };
}

function isList(body: Call['body']): body is readonly Buffer[] {
	return Array.isArray(body);
}

function flatten(
	headers: Readonly<Record<string, string | string[] | undefined>>,
): Record<string, string> {
	return Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [name, String(value ?? '')]),
	);
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** `at(answer.json, 'value.uploadInstructions.0.uploadUrl')`. */
export function at(value: unknown, path: string): unknown {
	return path.split('.').reduce<unknown>((inner, key) => {
		if (typeof inner !== 'object' || inner === null) return undefined;
		return Object.entries(inner).find(([name]) => name === key)?.[1];
	}, value);
}

export const statusAndMessage = ({ status, json }: Answer): [number, unknown] => [
	status,
	at(json, 'message'),
];
export const statusAndCode = ({ status, json }: Answer): [number, unknown] => [
	status,
	at(json, 'code'),
];

export function textAt(value: unknown, path: string): string {
	const found = at(value, path);
	if (typeof found === 'string') return found;
	throw new Error(`no text at ${path} in ${JSON.stringify(value)}`);
}
