import type { LinkedInClient } from '../api/client';
import { walkPages } from '../api/pages';
import type { LibraryCollection } from './collections';
import { type MediaEntity } from './entity';
import type { LibraryQuery } from './libraryQuery';
import { Finder } from './finder';

/** LinkedIn's highest `count`. */
export const MAX_PAGE_SIZE = 1000;

/**
 * The finder `q=associatedAccount`: an ad account's library, last modified first, page by page; each
 * entry once.
 *
 * @throws LinkedInError; CancelledError
 */
export async function* findByAccount(
	client: LinkedInClient,
	collection: LibraryCollection,
	query: LibraryQuery,
): AsyncGenerator<readonly MediaEntity[], void, undefined> {
	const finder = new Finder(client, collection, query);
	const { pageSize, signal, start } = query;
	const pages = walkPages({
		page: (start, count) => finder.page(start, count),
		pageSize,
		start,
		// Of one without a URN nothing else is known to be its own.
		keyOf: ({ urn, fields }) => (urn === '' ? JSON.stringify(fields) : urn),
		doing: `find the ${collection.noun}s of ${query.account}`,
		noun: 'entries',
		less: query.status === undefined ? 'Select a "Library Status", or set "Limit"' : 'Set "Limit"',
		signal,
	});
	for await (const page of pages) {
		const entries = query.nameless ? page : page.filter(({ urn }) => urn !== '');
		if (entries.length > 0) yield entries;
	}
}
