import type { Body, TokenKind } from '../exchange';
import type { Rule } from '../question';

/** As it was sent, with placeholders such as `<video-1>` for what belongs to someone. */
export interface RecordedRequest {
	readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	readonly url: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly token: TokenKind;
	readonly spoiled?: true;
	readonly body?: Body;
}

export interface RecordedAnswer {
	readonly status: number;
	/** Those that mean something to a client. */
	readonly headers: Readonly<Record<string, string>>;
	readonly json?: unknown;
	/** What else came: its type and length. */
	readonly other?: string;
}

export interface RecordedExchange {
	readonly request: RecordedRequest;
	readonly answer: RecordedAnswer;
}

/** What `test/simulator/observed/<question>.json` has. */
export interface Recording {
	readonly question: string;
	readonly rule: Rule;
	/** `YYYY-MM-DD` */
	readonly observed: string;
	readonly observation: string;
	/** The host that answered: a simulator's recording says nothing of LinkedIn. */
	readonly from: string;
	readonly version: string;
	/** Of the token, where they were known. */
	readonly scopes?: readonly string[];
	readonly exchanges: readonly RecordedExchange[];
}
