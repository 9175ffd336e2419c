import type { LinkedInClient } from '../api/client';
import type { LinkedInError } from '../api/error';
import { isRefusedWith } from '../api/error';
import type { ListPage } from '../api/pages';
import { mostElements, nextStart } from '../api/paging';
import type { EncodedValue } from '../api/restli';
import { buildQuery, encodeRecord } from '../api/restli';
import type { FilterForm, LibraryCollection } from './collections';
import type { MediaEntity } from './entity';
import { readListed } from './entity';
import type { LibraryQuery, LibraryStatus } from './libraryQuery';

type LibraryPage = ListPage<MediaEntity>;

/** Requests pages, and remembers which form of the filter LinkedIn accepts. */
export class Finder {
	/** Set once LinkedIn has accepted one. */
	private form: FilterForm | undefined;

	constructor(
		private readonly client: LinkedInClient,
		private readonly collection: LibraryCollection,
		private readonly query: LibraryQuery,
	) {}

	/** The documented form first; if LinkedIn returns 400, the other one, once. */
	async page(start: number, count: number): Promise<LibraryPage> {
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

	/** @throws the first refusal, if the other form is refused too: then it was not about the form */
	private async tryOther(
		start: number,
		count: number,
		refused: LinkedInError,
	): Promise<LibraryPage> {
		const other = this.collection.filterForm === 'plain' ? 'record' : 'plain';
		try {
			const page = await this.ask(start, count, other);
			this.form = other;
			return page;
		} catch (error) {
			throw isRefusedWith(error, 400) ? refused : error;
		}
	}

	private ask(start: number, count: number, form: FilterForm): Promise<LibraryPage> {
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
			(answer) => {
				const entries = answer.list('elements', mostElements(count)).map(readListed);
				return { entries, next: nextStart(answer, start, entries.length) };
			},
		);
	}
}

function filter(status: LibraryStatus, form: FilterForm): string | EncodedValue {
	return form === 'plain' ? status : { encoded: encodeRecord({ value: status }) };
}
