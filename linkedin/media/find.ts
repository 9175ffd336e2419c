import type { LinkedInClient } from '../api/client';
import { LinkedInError } from '../api/error';
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
export function findByAccount(
	client: LinkedInClient,
	collection: LibraryCollection,
	query: LibraryQuery,
): AsyncGenerator<readonly MediaEntity[], void, undefined> {
	const finder = new Finder(client, collection, query);
	const { pageSize, signal } = query;
	return walkPages({
		page: (start, count) => finder.page(start, count),
		pageSize,
		keyOf: ({ urn }) => urn,
		endlessError: (pages) => endlessError(collection, query, pages),
		staleError: (pages) => goesRoundError(collection, query.account, pages),
		signal,
	});
}

/** No warning: half of a list would look like all of it. */
function endlessError(
	{ noun }: LibraryCollection,
	{ account, status }: LibraryQuery,
	pages: number,
): LinkedInError {
	const less = status === undefined ? 'Select a "Library Status", or set' : 'Set';
	return new LinkedInError(
		`Could not find all ${noun}s of ${account}: LinkedIn’s list has no end after ${pages} pages`,
		{ description: `${less} "Limit" to get the newest ones.`, code: 'TOO_MANY_ENTRIES' },
	);
}

function goesRoundError(
	{ noun }: LibraryCollection,
	account: string,
	pages: number,
): LinkedInError {
	return new LinkedInError(
		`Could not find the ${noun}s of ${account}: LinkedIn keeps returning the same entries`,
		{
			description: `${pages} pages in a row had no new entries. Try again. If it fails again, please report it.`,
			code: 'UNEXPECTED_ANSWER',
		},
	);
}
