import type { LinkedInClient } from '../api/client';
import { isRefusedWith, LinkedInError } from '../api/error';
import { CancelledError } from '../api/http';
import { nextStart } from '../api/paging';
import { buildQuery, encodeRecord, type EncodedValue } from '../api/restli';
import type { FilterForm, LibraryCollection } from './collections';
import { readListed, type MediaEntity } from './entity';

/** LinkedIn's highest `count`. */
export const MAX_PAGE_SIZE = 1000;

/** Pages in a row that bring nothing new, after which the finder is not believed any more. */
const MAX_STALE_PAGES = 10;

export type LibraryStatus = 'ACTIVE' | 'ARCHIVED';

/** Whose library, and which entries of it. */
export interface LibraryQuery {
	/** `urn:li:sponsoredAccount:…` */
	readonly account: string;
	/** Undefined: entries of any status. */
	readonly status?: LibraryStatus;
	/** Entries asked for in one request, up to {@link MAX_PAGE_SIZE}. A function sees how many came. */
	readonly pageSize: number | ((entries: number) => number);
	readonly signal?: AbortSignal;
}

interface Page {
	readonly entities: readonly MediaEntity[];
	/** Where the next page starts; undefined after the last one. */
	readonly next: number | undefined;
}

/**
 * The finder `q=associatedAccount`: an ad account's library, last modified first, page by page.
 * Nothing is read ahead: a page is asked for when the one before was taken.
 *
 * Entries that are added while the pages are read push others onto the next page; each entry is
 * given once nevertheless.
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
	for (let start: number | undefined = 0; start !== undefined;) {
		if (query.signal?.aborted) throw new CancelledError();
		const { pageSize } = query;
		const count = typeof pageSize === 'number' ? pageSize : pageSize(given.size);
		const page: Page = await finder.page(start, count);
		const fresh = page.entities.filter(({ urn }) => !given.has(urn));
		for (const { urn } of fresh) given.add(urn);
		stale = fresh.length === 0 ? stale + 1 : 0;
		// Newest first: two of the same in one page are one, as it was first.
		if (fresh.length > 0) yield [...new Map(fresh.map((entity) => [entity.urn, entity])).values()];
		if (stale === MAX_STALE_PAGES) throw goesRoundError(collection, query.account);
		start = page.entities.length === 0 ? undefined : page.next;
	}
}

function goesRoundError(collection: LibraryCollection, account: string): LinkedInError {
	return new LinkedInError(
		`Could not find the ${collection.noun}s of ${account}: LinkedIn gives the same entries again and again`,
		{
			description: `${MAX_STALE_PAGES} pages in a row brought nothing new. Run the workflow again; if it stays, please report it.`,
			code: 'UNEXPECTED_ANSWER',
		},
	);
}

/** Asks for pages, and knows in which form LinkedIn takes the filter. */
class Finder {
	/** Set once LinkedIn accepted one. */
	private form: FilterForm | undefined;

	constructor(
		private readonly client: LinkedInClient,
		private readonly collection: LibraryCollection,
		private readonly query: LibraryQuery,
	) {}

	/** The page's own form first; where LinkedIn answers 400, the other one, once. */
	async page(start: number, count: number): Promise<Page> {
		const { filterForm } = this.collection;
		if (this.form !== undefined || this.query.status === undefined) {
			return this.ask(start, count, this.form ?? filterForm);
		}
		try {
			const page = await this.ask(start, count, filterForm);
			this.form = filterForm;
			return page;
		} catch (error) {
			if (!isRefusedWith(error, 400)) throw error;
			return this.tryOther(start, count, error);
		}
	}

	/** @throws the first refusal, where the other form is refused too: then it was not the form */
	private async tryOther(start: number, count: number, refused: LinkedInError): Promise<Page> {
		const other = this.collection.filterForm === 'plain' ? 'record' : 'plain';
		try {
			const page = await this.ask(start, count, other);
			this.form = other;
			return page;
		} catch (error) {
			throw isRefusedWith(error, 400) ? refused : error;
		}
	}

	private ask(start: number, count: number, form: FilterForm): Promise<Page> {
		const { collection, query } = this;
		const { account, status } = query;
		return this.client.call(
			{
				method: 'GET',
				restliMethod: 'finder',
				path: `${collection.path}${buildQuery([
					['q', 'associatedAccount'],
					['associatedAccount', account],
					['mediaLibraryStatus', status === undefined ? undefined : filter(status, form)],
					['start', String(start)],
					['count', String(count)],
				])}`,
				purpose: {
					doing: `find the ${collection.noun}s of ${account}`,
					right: 'readLibrary',
					account,
				},
			},
			(answer) => ({
				entities: answer.list('elements').map(readListed),
				next: nextStart(answer, start),
			}),
		);
	}
}

function filter(status: LibraryStatus, form: FilterForm): string | EncodedValue {
	return form === 'plain' ? status : { encoded: encodeRecord({ value: status }) };
}
