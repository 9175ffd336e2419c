import type { FileName } from './files';

/** What goes with a call, so that it can be written down and sent a second time. */
export type Body =
	| { readonly json: unknown }
	/** Of `application/x-www-form-urlencoded`: a tunnelled query, or OAuth's form. */
	| { readonly form: string }
	| { readonly file: FileName }
	/** The form of captions, as the product makes it. */
	| { readonly captions: FileName };

/**
 * `unknown` is a token that LinkedIn never issued, and `none` no header at all. The real one is never
 * part of a call: the wire adds it.
 */
export type TokenKind = 'own' | 'unknown' | 'none';

export interface Sent {
	readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	/** Below the API's host, beginning with a slash, or a URL that LinkedIn returned. */
	readonly url: string;
	/** Without Authorization. */
	readonly headers: Readonly<Record<string, string>>;
	readonly token: TokenKind;
	readonly body?: Body;
	/** The signature of the URL is changed on its way out. */
	readonly spoiled?: true;
}

export interface Answer {
	readonly status: number;
	/** By their names in lower case. */
	readonly headers: Readonly<Record<string, string>>;
	readonly text: string;
	/** Undefined if it is not JSON. */
	readonly json: unknown;
}

export interface Exchange {
	readonly sent: Sent;
	readonly answer: Answer;
}
