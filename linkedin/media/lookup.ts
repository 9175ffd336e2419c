import type { MissingEntry } from '../api/entryBatch';
import type { RetryPolicy } from '../api/retry';
import { isAboutTheEntry } from './aboutTheEntry';
import type { MediaEntity } from './entity';

/** The answer for one URN. */
export type MediaLookup = { readonly urn: string; readonly entity: MediaEntity } | MissingEntry;

/** Which entries, and for which account's library. */
export interface MediaBatchQuery {
	readonly urns: readonly string[];
	readonly account?: string;
	readonly signal?: AbortSignal;
	/** In place of the client's own policy. */
	readonly retry?: RetryPolicy;
}

/**
 * An entry that no longer exists is forgotten; one that can't be read now is requested again next
 * time.
 */
export function isUnclearLookup(lookup: MediaLookup): boolean {
	if ('entity' in lookup) return false;
	const { status, code } = lookup.error;
	return status !== 404 && !isAboutTheEntry(code);
}
