import type { MissingEntry } from '../api/entryBatch';
import type { RetryPolicy } from '../api/retry';
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

/** LinkedIn's codes for "there is no such entry"; its documents disagree on which one is used. */
const ABOUT_THE_ENTRY = ['NOT_FOUND', 'INVALID_VIDEO_ID', 'INVALID_IMAGE_ID'];

/** Whether a refusal concerns only this entry, as far as LinkedIn's code says so. */
export function isAboutTheEntry(code: string | null | undefined): boolean {
	return typeof code === 'string' && ABOUT_THE_ENTRY.includes(code);
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
