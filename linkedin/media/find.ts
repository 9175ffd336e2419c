import type { LinkedInClient } from '../api/client';
import { LinkedInError } from '../api/error';
import { CancelledError } from '../api/http';
import type { LibraryCollection } from './collections';
import { type MediaEntity } from './entity';
import type { LibraryQuery } from './libraryQuery';
import { Finder, type LibraryPage } from './finder';

/** LinkedIn's highest `count`. */
export const MAX_PAGE_SIZE = 1000;

/** Pages per search: a million entries, if pages are full. */
const MAX_PAGES = 1000;

/** Consecutive pages without anything new, after which the finder is no longer trusted. */
const MAX_STALE_PAGES = 10;

/**
 * The finder `q=associatedAccount`: an ad account's library, last modified first, page by page.
 * Nothing is read ahead: a page is requested when the one before was used.
 *
 * Entries that are added during reading push others to the next page; each entry is still returned
 * only once.
 *
 * @throws LinkedInError; CancelledError
 */
export async function* findByAccount(
	client: LinkedInClient,
	collection: LibraryCollection,
	query: LibraryQuery,
): AsyncGenerator<readonly MediaEntity[], void, undefined> {
	const finder = new Finder(client, collection, query);
	const given = new Set<string>();
	let stale = 0;
	let pages = 0;
	for (let start: number | undefined = 0; start !== undefined;) {
		pages += 1;
		if (pages > MAX_PAGES) throw endlessError(collection, query);
		if (query.signal?.aborted) throw new CancelledError();
		const { pageSize } = query;
		const count = typeof pageSize === 'number' ? pageSize : pageSize(given.size);
		const page: LibraryPage = await finder.page(start, count);
		const fresh = page.entities.filter(({ urn }) => !given.has(urn));
		for (const { urn } of fresh) given.add(urn);
		stale = fresh.length === 0 ? stale + 1 : 0;
		// Newest first: if a page has the same entry twice, the first one counts.
		if (fresh.length > 0) yield [...new Map(fresh.map((entity) => [entity.urn, entity])).values()];
		if (stale === MAX_STALE_PAGES) throw goesRoundError(collection, query.account);
		start = page.entities.length === 0 ? undefined : page.next;
	}
}

/** An error, not a warning: a partial list would look complete. */
function endlessError(
	{ noun }: LibraryCollection,
	{ account, status }: LibraryQuery,
): LinkedInError {
	const less = status === undefined ? 'Select a "Library Status", or set' : 'Set';
	return new LinkedInError(
		`Could not find all ${noun}s of ${account}: LinkedIn’s list has no end after ${MAX_PAGES} pages`,
		{ description: `${less} "Limit" to get the newest ones.`, code: 'TOO_MANY_ENTRIES' },
	);
}

function goesRoundError(collection: LibraryCollection, account: string): LinkedInError {
	return new LinkedInError(
		`Could not find the ${collection.noun}s of ${account}: LinkedIn keeps returning the same entries`,
		{
			description: `${MAX_STALE_PAGES} pages in a row had no new entries. Try again. If it fails again, please report it.`,
			code: 'UNEXPECTED_ANSWER',
		},
	);
}
