import type { EndpointName } from './endpoints';
import type { Stored } from './stored';

/** The bytes of a request, counted and hashed as they pass; nothing is kept. */
export interface IncomingBody {
	chunks(): AsyncGenerator<Buffer, void, undefined>;
	readonly bytes: number;
	/** SHA-256 in hex of what has passed. */
	digest(): string;
}

export interface SimRequest {
	readonly method: string;
	/** As received, without the query. */
	readonly path: string;
	/** Path segments, percent-decoded. */
	readonly segments: readonly string[];
	readonly query: URLSearchParams;
	/** As received, without the question mark: Rest.li has its own notation. */
	readonly rawQuery: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: IncomingBody;
	/** Handlers of small JSON or form bodies leave what they read, for the journal. */
	note(parsedBody: unknown): void;
}

export interface SimResponse {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
	/** Bytes in place of `body`, from the first to the last. */
	readonly file?: { readonly stored: Stored; readonly first: number; readonly last: number };
}

export type Handler = (request: SimRequest) => SimResponse | Promise<SimResponse>;

export interface Route {
	readonly endpoint: EndpointName;
	readonly handle: Handler;
	/** Videos' parts are numbered from 1; a planned fault can name one. */
	readonly part?: number;
}

export function json(
	status: number,
	body: unknown,
	headers: Readonly<Record<string, string>> = {},
): SimResponse {
	return {
		status,
		headers: { 'content-type': 'application/json; charset=UTF-8', ...headers },
		body: JSON.stringify(body),
	};
}

export function empty(status: number, headers: Readonly<Record<string, string>> = {}): SimResponse {
	return { status, headers, body: '' };
}

export function html(status: number, page: string): SimResponse {
	return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body: page };
}
