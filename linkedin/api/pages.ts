import { LinkedInError } from './error';
import { CancelledError } from './http';

/** One page of a finder's list. */
export interface ListPage<Entry> {
	readonly entries: readonly Entry[];
	/** Where the next page starts; undefined after the last one. */
	readonly next: number | undefined;
}

/** What errors call a list. */
interface Words {
	/** After "Could not": `find the posts of urn:li:organization:1`. */
	readonly doing: string;
	/** What it lists: `entries`. */
	readonly noun: string;
	/** What to do about one that has no end: `Set "Limit"`. */
	readonly less: string;
}

/** A list that is read page by page. */
interface PagedList<Entry> extends Words {
	/** @throws LinkedInError */
	readonly page: (start: number, count: number) => Promise<ListPage<Entry>>;
	/** Entries asked for in one request. A function sees how many came. */
	readonly pageSize: number | ((entries: number) => number);
	/** How many to pass over; none by default. */
	readonly start?: number;
	/** What is the same in no two entries. */
	readonly keyOf: (entry: Entry) => string;
	readonly signal?: AbortSignal;
}

/** Of one list: a million entries, where pages are full. */
const MAX_PAGES = 1000;

/** Pages in a row that bring nothing new, after which the list is not believed any more. */
const MAX_STALE_PAGES = 10;

/**
 * Reads a finder's list. Nothing is read ahead: a page is asked for when the one before was taken.
 *
 * Entries that are added while the pages are read push others onto the next page; each entry is given
 * once nevertheless.
 *
 * @throws LinkedInError; CancelledError
 */
export async function* walkPages<Entry>(
	list: PagedList<Entry>,
): AsyncGenerator<readonly Entry[], void, undefined> {
	const { keyOf, pageSize, signal } = list;
	const given = new Set<string>();
	let stale = 0;
	let pages = 0;
	for (let start: number | undefined = list.start ?? 0; start !== undefined;) {
		pages += 1;
		if (pages > MAX_PAGES) throw endlessError(list);
		if (signal?.aborted) throw new CancelledError();
		const count = typeof pageSize === 'number' ? pageSize : pageSize(given.size);
		const page: ListPage<Entry> = await list.page(start, count);
		const fresh = page.entries.filter((entry) => !given.has(keyOf(entry)));
		for (const entry of fresh) given.add(keyOf(entry));
		stale = fresh.length === 0 ? stale + 1 : 0;
		// Newest first: two of the same in one page are one, as it was first.
		if (fresh.length > 0) yield [...new Map(fresh.map((entry) => [keyOf(entry), entry])).values()];
		if (stale === MAX_STALE_PAGES) throw staleError(list);
		start = page.entries.length === 0 ? undefined : page.next;
	}
}

/** No warning: half of a list would look like all of it. */
function endlessError({ doing, less }: Words): LinkedInError {
	return new LinkedInError(
		`Could not ${doing}: LinkedIn’s list has no end after ${MAX_PAGES} pages`,
		{ description: `${less} to get the newest ones.`, code: 'TOO_MANY_ENTRIES' },
	);
}

function staleError({ doing, noun }: Words): LinkedInError {
	return new LinkedInError(`Could not ${doing}: LinkedIn keeps returning the same ${noun}`, {
		description: `${MAX_STALE_PAGES} pages in a row had no new ${noun}. Try again. If it fails again, please report it.`,
		code: 'UNEXPECTED_ANSWER',
	});
}
