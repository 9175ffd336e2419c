import { batchGetEntries, getTogether } from '../api/batchGet';
import type { LinkedInClient } from '../api/client';
import type { EntryBatch } from '../api/entryBatch';
import type { LinkedInError } from '../api/error';
import { getSingly } from '../api/getSingly';
import { JsonFields } from '../api/parse';
import { buildQuery } from '../api/restli';
import { plural } from '../files/format';
import type { MediaCollection } from './collections';
import { getEntity, readEntity, type MediaEntity } from './entity';
import { isAboutTheEntry } from './aboutTheEntry';
import type { MediaBatchQuery, MediaLookup } from './lookup';

/**
 * `GET /rest/{videos|images}?ids=List(...)`, many at a time; one by one if LinkedIn refuses that.
 *
 * @returns one answer per URN, in the order of the request; a duplicate URN is requested once
 * @throws LinkedInError if LinkedIn refuses all of it; CancelledError
 */
export function batchGetMedia(
	client: LinkedInClient,
	collection: MediaCollection,
	query: MediaBatchQuery,
): Promise<readonly MediaLookup[]> {
	return batchGetEntries(client, batchOf(client, collection, query));
}

/**
 * The same in a single call.
 *
 * @throws LinkedInError if LinkedIn refuses it, as for an app on the development tier (403)
 */
export function getMediaTogether(
	client: LinkedInClient,
	collection: MediaCollection,
	query: MediaBatchQuery,
): Promise<readonly MediaLookup[]> {
	return getTogether(client, batchOf(client, collection, query));
}

/**
 * The same one by one.
 *
 * @param refused why not together; thrown where the first ones are refused alike
 * @throws LinkedInError; CancelledError
 */
export function getMediaSingly(
	client: LinkedInClient,
	collection: MediaCollection,
	query: MediaBatchQuery,
	refused?: LinkedInError,
): Promise<readonly MediaLookup[]> {
	return getSingly(client, batchOf(client, collection, query), refused);
}

function batchOf(
	client: LinkedInClient,
	collection: MediaCollection,
	{ urns, account, signal, retry }: MediaBatchQuery,
): EntryBatch<Extract<MediaLookup, { readonly entity: MediaEntity }>> {
	const { path, noun, readRight: right } = collection;
	return {
		urns,
		signal,
		retry,
		path: (ids) =>
			`${path}${buildQuery([
				['ids', ids],
				['associatedAccount', account],
			])}`,
		purpose: (count) => ({
			doing: `read ${count} ${plural(noun, count)}`,
			right,
			account,
		}),
		found: (urn, result) => ({
			urn,
			entity: readEntity(JsonFields.of(result, `results.${urn}`), urn),
		}),
		single: async (urn) => ({ urn, entity: await getEntity(client, collection, { urn, account }) }),
		// A code that names the entry concerns that entry, however many entries get it.
		isOfEntry: ({ code }) => isAboutTheEntry(code),
	};
}
