import type { LinkedInClient } from '../api/client';
import { getSingly } from '../api/getSingly';
import { LinkedInError } from '../api/error';
import { batchOf, batchGetMedia } from './batchGet';
import type { MediaCollection } from './collections';
import { isUnclearLookup, type MediaBatchQuery, type MediaLookup } from './lookup';

/**
 * A batch get, and what it leaves open (an entry that LinkedIn failed to read, or passed over) read once
 * more, one by one: "it failed" must not be taken for "it is gone".
 *
 * @returns one answer per URN, in the order asked; what stays open is still {@link isOpen}
 * @throws LinkedInError where LinkedIn refuses all of it; CancelledError
 */
export async function lookTwice(
	client: LinkedInClient,
	collection: MediaCollection,
	query: MediaBatchQuery,
): Promise<readonly MediaLookup[]> {
	const lookups = await batchGetMedia(client, collection, query);
	const open = [...new Set(lookups.filter(isOpen).map(({ urn }) => urn))];
	if (open.length === 0) return lookups;
	const again = await readAgain(client, collection, { ...query, urns: open });
	return lookups.map((lookup) => again.get(lookup.urn) ?? lookup);
}

/** Whether it is not known what has become of an entry. What must not be read is no such case. */
export function isOpen(lookup: MediaLookup): lookup is Extract<MediaLookup, { error: unknown }> {
	return 'error' in lookup && lookup.error.status !== 403 && isUnclearLookup(lookup);
}

async function readAgain(
	client: LinkedInClient,
	collection: MediaCollection,
	query: MediaBatchQuery,
): Promise<ReadonlyMap<string, MediaLookup>> {
	try {
		const lookups = await getSingly(client, batchOf(client, collection, query));
		return new Map(lookups.map((lookup) => [lookup.urn, lookup]));
	} catch (error) {
		// LinkedIn fails altogether: the first answers stand.
		if (!(error instanceof LinkedInError)) throw error;
		return new Map();
	}
}
