import type { SimRequest } from '../core/http';
import type { Simulation } from '../core/simulation';
import type { QueryValues } from '../rules/queryValues';

export interface Page {
	readonly start: number;
	readonly count: number;
}

export interface Extent {
	/** Elements of this page. */
	readonly shown: number;
	/** Of all pages. */
	readonly total: number;
}

/** The address of the page that begins at `start`. */
export type LinkTo = (start: number, count: number) => string;

export function readPage(
	query: QueryValues,
	{ size, largest }: { readonly size: number; readonly largest: number },
): Page {
	return { start: query.count('start', 0), count: query.count('count', size, largest) };
}

/**
 * `paging {start, count, links: [{rel, type, href}]}`. public (rest.li): `prev` once past the
 * first page; a full page has a `next` although nothing may follow, which is a reading here.
 */
export function pagingOf(
	{ settings }: Simulation,
	{ start, count }: Page,
	{ shown, total }: Extent,
	linkTo: LinkTo,
): object {
	const { lastFullPage, pagingTotal } = settings.readings;
	const more = start + shown < total;
	const full = lastFullPage === 'withNext' && shown === count;
	const link = (rel: string, from: number): object => ({
		rel,
		type: 'application/json',
		href: linkTo(from, count),
	});
	return {
		start,
		count,
		links: [
			...(start > 0 ? [link('prev', Math.max(0, start - count))] : []),
			...(shown > 0 && (more || full) ? [link('next', start + count)] : []),
		],
		...(pagingTotal === 'given' ? { total } : {}),
	};
}

/** The same query from another start. */
export function sameQuery(simulation: Simulation, request: SimRequest): LinkTo {
	const others = request.rawQuery.split('&').filter((part) => !/^(start|count)=/.test(part));
	return (start, count) =>
		`${simulation.origin}${request.path}?${[...others, `start=${start}`, `count=${count}`].join('&')}`;
}

/** The accounts that the samples of the pages ask for, and that their `next` links name. */
const sampleAccounts = ['urn:li:sponsoredAccount:521498108', 'urn:li:sponsoredAccount:123456789'];

/**
 * As in the samples of both pages: without the filter, and with another account than the one that
 * was asked for. The other reading is the same query.
 */
export function nextLinkOf(simulation: Simulation, request: SimRequest, account: string): LinkTo {
	if (simulation.settings.readings.nextLink === 'sound') return sameQuery(simulation, request);
	const other = encodeURIComponent(sampleAccounts.find((each) => each !== account) ?? '');
	return (start, count) =>
		`${simulation.origin}${request.path}?associatedAccount=${other}&q=associatedAccount&start=${start}&count=${count}`;
}
