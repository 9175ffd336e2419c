import { batchGetEntries } from '../api/batchGet';
import type { LinkedInClient } from '../api/client';
import { JsonFields } from '../api/parse';
import { buildQuery } from '../api/restli';
import { plural } from '../files/format';
import type { MediaCollection } from './collections';
import { getEntity, readListed } from './entity';
import { isAboutTheEntry, type MediaBatchQuery, type MediaLookup } from './lookup';

/**
 * `GET /rest/{videos|images}?ids=List(...)`, many at a time; one by one where LinkedIn refuses that.
 *
 * @returns one answer per URN, in the order asked; a URN that stands there twice is asked for once
 * @throws LinkedInError where LinkedIn refuses all of it; CancelledError
 */
export function batchGetMedia(
	client: LinkedInClient,
	collection: MediaCollection,
	{ urns, account, signal }: MediaBatchQuery,
): Promise<readonly MediaLookup[]> {
	const { path, noun, readRight: right } = collection;
	return batchGetEntries(client, {
		urns,
		signal,
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
		found: (urn, result) => ({ urn, entity: readListed(JsonFields.of(result, `results.${urn}`)) }),
		single: async (urn) => ({ urn, entity: await getEntity(client, collection, { urn, account }) }),
		// A code that names the entry is about the entry, however many of them get it.
		isOfEntry: ({ code }) => isAboutTheEntry(code),
	});
}
