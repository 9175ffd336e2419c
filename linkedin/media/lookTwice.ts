import type { LinkedInClient } from '../api/client';
import type { LookupError } from '../api/entryBatch';
import { LinkedInError } from '../api/error';
import { Unanswered } from '../api/lookupErrors';
import { batchGetMedia, getMediaSingly } from './batchGet';
import type { MediaCollection } from './collections';
import { isAboutTheEntry } from './aboutTheEntry';
import type { MediaBatchQuery, MediaLookup } from './lookup';

/**
 * A batch get, and what it leaves open (an entry that LinkedIn failed to read, or passed over) read once
 * more, one by one: "it failed" must not be taken for "it is gone".
 *
 * @returns one answer per URN, in the order asked; of what stays open the error is still {@link isOpen}
 * @throws LinkedInError where LinkedIn refuses all of it; CancelledError
 */
export async function lookTwice(
	client: LinkedInClient,
	collection: MediaCollection,
	query: MediaBatchQuery,
): Promise<readonly MediaLookup[]> {
	const lookups = await batchGetMedia(client, collection, query);
	const open = new Set(
		lookups.flatMap((lookup) => ('error' in lookup && isOpen(lookup.error) ? [lookup.urn] : [])),
	);
	if (open.size === 0) return lookups;
	const again = await readAgain(client, collection, { ...query, urns: [...open] });
	return lookups.map((lookup) => again.get(lookup.urn) ?? lookup);
}

/** Whether it is not known what has become of an entry. What may not be read is no such case. */
export function isOpen(error: LookupError): boolean {
	const { status, code } = error;
	if (error instanceof Unanswered) return true;
	return status !== 403 && status !== 404 && !isAboutTheEntry(code);
}

async function readAgain(
	client: LinkedInClient,
	collection: MediaCollection,
	query: MediaBatchQuery,
): Promise<ReadonlyMap<string, MediaLookup>> {
	try {
		const lookups = await getMediaSingly(client, collection, query);
		return new Map(lookups.map((lookup) => [lookup.urn, lookup]));
	} catch (error) {
		// LinkedIn fails altogether: the first answers stand.
		if (!(error instanceof LinkedInError)) throw error;
		return new Map();
	}
}
