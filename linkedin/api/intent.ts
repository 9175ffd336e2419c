import type { CallPurpose } from './purpose';

/** A number of calls that depends on LinkedIn: on how long it processes media. */
export interface CallRange {
	readonly least: number;
	readonly most: number;
}

export const NO_CALLS: CallRange = { least: 0, most: 0 };

/** What an operation is going to write, once all that it needs was read and checked. */
export interface Intent {
	/** What people want to see of it before: no secret, no signed URL. */
	readonly preview?: Readonly<Record<string, unknown>>;
	/** Each write to LinkedIn's API, in order. Requests to upload URLs are none: nobody counts them. */
	readonly writes: readonly CallPurpose[];
	/** Requests to upload URLs that go with the token: they need its scopes too. */
	readonly sends?: readonly CallPurpose[];
	/** The reads from here on; none by default. */
	readonly reads?: CallRange;
}

/** Ends the work of a check where it would write. */
export class Announced extends Error {
	constructor(readonly intent: Intent) {
		super('A check ends before it writes');
		this.name = 'Announced';
	}
}
