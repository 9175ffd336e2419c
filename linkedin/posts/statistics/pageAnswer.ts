import type { LinkedInClient } from '../../api/client';
import type { JsonFields } from '../../api/parse';
import { mostElements } from '../../api/paging';
import type { CallPurpose } from '../../api/purpose';
import { buildQuery, type EncodedValue } from '../../api/restli';
import { numberOf, type Numbers, type PageMetric } from './numbers';

/** LinkedIn's names ("Share Statistics" page, `totalShareStatistics`). */
const FIELDS: Readonly<Record<PageMetric, string>> = {
	impressions: 'impressionCount',
	uniqueImpressions: 'uniqueImpressionsCount',
	clicks: 'clickCount',
	likes: 'likeCount',
	comments: 'commentCount',
	shares: 'shareCount',
	engagement: 'engagement',
};

/** What is asked of a page's statistics besides the page. */
type Filter = ReadonlyArray<readonly [name: string, value: EncodedValue | undefined]>;

interface PageQuery<Result> {
	/** `urn:li:organization:…` */
	readonly page: string;
	readonly filter: Filter;
	readonly purpose: CallPurpose;
	/** The most elements that this question can have. */
	readonly most: number;
	readonly read: (elements: readonly JsonFields[]) => Result;
}

/**
 * `GET /rest/organizationalEntityShareStatistics?q=organizationalEntity` ("Share Statistics" page): it
 * has no pages, whatever it is asked for.
 *
 * @throws LinkedInError
 */
export function askPage<Result>(
	client: LinkedInClient,
	{ page, filter, purpose, most, read }: PageQuery<Result>,
): Promise<Result> {
	const query = buildQuery([
		['q', 'organizationalEntity'],
		['organizationalEntity', page],
		...filter,
	]);
	return client.call(
		{
			method: 'GET',
			restliMethod: 'finder',
			path: `/rest/organizationalEntityShareStatistics${query}`,
			purpose,
		},
		(answer) => read(answer.list('elements', mostElements(most))),
	);
}

/** What the statistics of a page are for. */
export function pagePurpose(page: string, what: string): CallPurpose {
	return { doing: `read the statistics of ${what}`, right: 'readPageStatistics', owner: page };
}

/** @throws UnexpectedAnswer */
export function numbersIn(element: JsonFields): Numbers {
	const totals = element.object('totalShareStatistics').all();
	return Object.fromEntries(
		Object.entries(FIELDS).map(([name, field]) => [name, numberOf(totals[field], field)]),
	);
}
