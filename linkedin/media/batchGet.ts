import { batchGetOf } from '../api/batchGet';
import type { LinkedInClient } from '../api/client';
import { Fields } from '../api/parse';
import { buildQuery } from '../api/restli';
import type { Collection } from './collections';
import { getEntity, readListed } from './entity';
import { namesTheEntry, type BatchQuery, type Lookup } from './lookup';

/**
 * `GET /rest/{videos|images}?ids=List(...)`, many at a time; one by one where LinkedIn refuses that.
 *
 * @returns one answer per URN, in the order asked; a URN that stands there twice is asked for once
 * @throws LinkedInError where LinkedIn refuses all of it; CancelledError
 */
export function batchGet(
	client: LinkedInClient,
	collection: Collection,
	{ urns, account, signal }: BatchQuery,
): Promise<readonly Lookup[]> {
	const { path, noun, readRight: right } = collection;
	return batchGetOf(client, {
		urns,
		signal,
		path: (ids) =>
			`${path}${buildQuery([
				['ids', ids],
				['associatedAccount', account],
			])}`,
		purpose: (count) => ({
			doing: `read ${count} ${noun}${count === 1 ? '' : 's'}`,
			right,
			account,
		}),
		found: (urn, result) => ({ urn, entity: readListed(Fields.of(result, `results.${urn}`)) }),
		single: async (urn) => ({ urn, entity: await getEntity(client, collection, { urn, account }) }),
		// A code that names the entry is about the entry, however many of them get it.
		isOfEntry: ({ code }) => namesTheEntry(code),
	});
}
