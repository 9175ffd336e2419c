import type { MissingEntry } from '../api/entryBatch';
import type { RetryPolicy } from '../api/retry';
import type { MediaEntity } from './entity';

/** The answer for one URN. */
export type MediaLookup = { readonly urn: string; readonly entity: MediaEntity } | MissingEntry;

/** Which entries, and with which account's library fields. */
export interface MediaBatchQuery {
	readonly urns: readonly string[];
	readonly account?: string;
	readonly signal?: AbortSignal;
	/** In place of the client's own policy. */
	readonly retry?: RetryPolicy;
}

/** LinkedIn's words for "there is no such entry"; which of them comes, its pages do not agree on. */
const ABOUT_THE_ENTRY = ['NOT_FOUND', 'INVALID_VIDEO_ID', 'INVALID_IMAGE_ID'];

/** Whether a refusal is of this one entry, as far as LinkedIn's code says so. */
export function isAboutTheEntry(code: string | null | undefined): boolean {
	return typeof code === 'string' && ABOUT_THE_ENTRY.includes(code);
}

/** An entry that is there no more is forgotten; one that cannot be read now is asked for again. */
export function isUnclearLookup(lookup: MediaLookup): boolean {
	if ('entity' in lookup) return false;
	const { status, code } = lookup.error;
	return status !== 404 && !isAboutTheEntry(code);
}
