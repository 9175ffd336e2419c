import type { SimResponse } from './http';
import { empty, json } from './http';

export interface ErrorBody {
	readonly status: number;
	readonly message: string;
	readonly code?: string;
	readonly serviceErrorCode?: number;
	/** Some resources name their exception and the fields at fault. */
	readonly errorDetailType?: string;
	readonly errorDetails?: unknown;
}

/** What a rule throws: the answer that LinkedIn gives instead of doing what was asked. */
export class Refusal extends Error {
	constructor(readonly response: SimResponse) {
		super(`refused with ${response.status}`);
		this.name = 'Refusal';
	}
}

/** linkedin-videos-api, linkedin-images-api: errors are `{message, status, code?}`. */
export function refuse(body: ErrorBody, headers: Readonly<Record<string, string>> = {}): Refusal {
	return new Refusal(json(body.status, body, headers));
}

/** The byte plane answers with a bare status and, at most, a line of text. */
export function refuseBytes(status: number, text: string): Refusal {
	return new Refusal({ ...empty(status, { 'content-type': 'text/plain' }), body: text });
}
