import type { LinkedInClient } from '../../api/client';
import { CancelledError } from '../../api/http';
import type { JsonFields } from '../../api/parse';
import { mostElements } from '../../api/paging';
import { buildQuery, encodeList } from '../../api/restli';
import { isPostUrn } from '../urns';
import { encodeDay, type Day } from './day';
import { alike, numberOf, type Numbers, type Statistics } from './numbers';

/** "Ads Reporting" page, `fields`: what is not named there is not in the answer. */
const FIELDS = {
	impressions: 'impressions',
	videoStarts: 'videoStarts',
	videoViews: 'videoViews',
	firstQuartileCompletions: 'videoFirstQuartileCompletions',
	midpointCompletions: 'videoMidpointCompletions',
	thirdQuartileCompletions: 'videoThirdQuartileCompletions',
	videoCompletions: 'videoCompletions',
	fullScreenPlays: 'fullScreenPlays',
} as const;

const NAMES = Object.keys(FIELDS);

/** Posts that an ad account has shown as ads. */
interface AdPosts {
	/** `urn:li:sponsoredAccount:…` */
	readonly account: string;
	readonly urns: readonly string[];
	readonly from: Day;
	/** The last day, which is included. */
	readonly to: Day;
	readonly signal?: AbortSignal;
}

/** Posts in a call: their list stays shorter than what the client sends in a body. */
const AT_ONCE = 80;

/**
 * `GET /rest/adAnalytics?q=analytics&pivot=SHARE` ("Ads Reporting" page): how often the videos of posts
 * were watched as ads of an account. An answer without a post says that nothing was shown, or that the
 * token may not see it: nobody can tell, so its numbers are null.
 *
 * @throws LinkedInError; CancelledError
 */
export async function getAdViews(
	client: LinkedInClient,
	posts: AdPosts,
): Promise<readonly Statistics[]> {
	const unique = [...new Set(posts.urns)];
	const found = new Map<string, Numbers>();
	for (let first = 0; first < unique.length; first += AT_ONCE) {
		if (posts.signal?.aborted) throw new CancelledError();
		const urns = unique.slice(first, first + AT_ONCE);
		for (const [urn, numbers] of await ask(client, { ...posts, urns })) found.set(urn, numbers);
	}
	const { account, from, to } = posts;
	return posts.urns.map((urn) => {
		const numbers = found.get(urn);
		const warning = `LinkedIn returned no statistics for this post: it was not shown in ads of ${account} in this period, or you have no role in the ad account.`;
		return {
			urn,
			from,
			to,
			numbers: numbers ?? alike(NAMES, null),
			warnings: numbers === undefined ? [warning] : [],
		};
	});
}

function ask(client: LinkedInClient, posts: AdPosts): Promise<ReadonlyMap<string, Numbers>> {
	return client.call(
		{
			method: 'GET',
			restliMethod: 'finder',
			path: `/rest/adAnalytics${queryOf(posts)}`,
			purpose: { doing: `read the ad statistics of ${posts.account}`, right: 'readAdStatistics' },
		},
		(answer) => {
			const elements = answer.list('elements', mostElements(posts.urns.length));
			return new Map(elements.flatMap(entryOf));
		},
	);
}

function queryOf({ account, urns, from, to }: AdPosts): string {
	return buildQuery([
		['q', 'analytics'],
		['pivot', 'SHARE'],
		['timeGranularity', 'ALL'],
		// Both ends are included, unlike those of the other statistics.
		['dateRange', { encoded: `(start:${encodeDay(from)},end:${encodeDay(to)})` }],
		['accounts', { encoded: encodeList([account]) }],
		['shares', { encoded: encodeList(urns) }],
		['fields', { encoded: [...Object.values(FIELDS), 'pivotValues'].join(',') }],
	]);
}

/** What is pivoted by several things, or by none of ours, is of no post. */
function entryOf(element: JsonFields): ReadonlyArray<readonly [string, Numbers]> {
	const [urn = '', another] = element.strings('pivotValues', 10);
	if (another !== undefined || !isPostUrn(urn)) return [];
	const all = element.all();
	const numbers = Object.entries(FIELDS).map(([name, field]): [string, number | null] => [
		name,
		numberOf(all[field], field),
	]);
	return [[urn, Object.fromEntries(numbers)]];
}
