import type { CallPurpose } from './purpose';
import type { RetryPolicy } from './retry';

/** Why one URN of many has no entry. */
export interface LookupError {
	readonly status: number;
	readonly code: string | null;
	readonly message: string;
}

/** The answer for a URN whose entry is missing or can't be read. */
export interface MissingEntry {
	readonly urn: string;
	readonly error: LookupError;
}

/** What Rest.li's batch get can read many of at a time. */
export interface EntryBatch<Found extends { readonly urn: string }> {
	readonly urns: readonly string[];
	readonly signal?: AbortSignal;
	/** LinkedIn's page writes POST where Rest.li has GET: it is sent where GET is refused. */
	readonly alsoByPost?: true;
	/** In place of the client's own policy. */
	readonly retry?: RetryPolicy;
	/** The path for `ids=List(...)`, which is already encoded. */
	path(ids: { readonly encoded: string }): string;
	purpose(count: number): CallPurpose;
	/** One of LinkedIn's `results`. */
	found(urn: string, result: Readonly<Record<string, unknown>>): Found;
	/** A single one of them. */
	single(urn: string): Promise<Found>;
	/** Whether an error concerns only this entry, so that the others can still be read. */
	isOfEntry(error: LookupError): boolean;
}
