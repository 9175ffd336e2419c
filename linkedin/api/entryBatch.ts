import type { CallPurpose } from './purpose';
import type { RetryPolicy } from './retry';

/** Why one URN of many has no entry. */
export interface LookupError {
	readonly status: number;
	readonly code: string | null;
	readonly message: string;
}

/** The answer for a URN that has no entry, or none that can be read. */
export interface MissingEntry {
	readonly urn: string;
	readonly error: LookupError;
}

/** What is read many at a time, as Rest.li's batch get has it. */
export interface EntryBatch<Found extends { readonly urn: string }> {
	readonly urns: readonly string[];
	readonly signal?: AbortSignal;
	/** In place of the client's own policy. */
	readonly retry?: RetryPolicy;
	/** The address for `ids=List(...)`, which is encoded already. */
	path(ids: { readonly encoded: string }): string;
	purpose(count: number): CallPurpose;
	/** One of LinkedIn's `results`. */
	found(urn: string, result: Readonly<Record<string, unknown>>): Found;
	/** One of them by itself. */
	single(urn: string): Promise<Found>;
	/** Whether an error is of this one entry, so that others may be read all the same. */
	isOfEntry(error: LookupError): boolean;
}
