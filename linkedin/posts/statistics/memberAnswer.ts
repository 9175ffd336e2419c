import type { LinkedInClient } from '../../api/client';
import { UnexpectedAnswer, type JsonFields } from '../../api/parse';
import { mostElements } from '../../api/paging';
import { buildQuery, encodeValue } from '../../api/restli';
import { addDays, encodeDay, type Day } from './day';
import { numberOf } from './numbers';

/** Days of which the last is included; none for a lifetime. */
export interface Period {
	readonly from: Day | undefined;
	readonly to: Day | undefined;
}

/** One number that LinkedIn has of a member's post, or of all of them. */
interface MemberQuery {
	/** `memberCreatorPostAnalytics` or `memberCreatorVideoAnalytics`. */
	readonly resource: 'memberCreatorPostAnalytics' | 'memberCreatorVideoAnalytics';
	/** The post; undefined for all posts of the member behind the token. */
	readonly post: string | undefined;
	readonly queryType: string;
	readonly isDaily: boolean;
	readonly period: Period;
}

/** A count of a day, or of the whole time. */
export interface Count {
	readonly day: Day | undefined;
	readonly count: number;
}

/** No answer by day has more days, and one without has a single element. */
const MOST = 4000;

/**
 * `GET /rest/memberCreatorPostAnalytics` and its twin for videos ("Member Post Statistics" and "Member
 * Video Statistics" pages): one number in a call.
 *
 * @throws LinkedInError
 */
export function askMember(client: LinkedInClient, query: MemberQuery): Promise<readonly Count[]> {
	const { resource, post, queryType, isDaily, period } = query;
	return client.call(
		{
			method: 'GET',
			restliMethod: 'finder',
			path: `/rest/${resource}${buildQuery([
				['q', post === undefined ? 'me' : 'entity'],
				['entity', post === undefined ? undefined : { encoded: entityOf(post) }],
				['queryType', queryType],
				['aggregation', isDaily ? 'DAILY' : 'TOTAL'],
				['dateRange', rangeOf(period)],
			])}`,
			purpose: {
				doing: `read the statistics (${queryType}) of ${post ?? 'your posts'}`,
				right: 'readMemberStatistics',
			},
		},
		(answer) => answer.list('elements', mostElements(MOST)).map((each) => countIn(each, isDaily)),
	);
}

/** A union: `(share:…)` or `(ugc:…)`, by the kind of the post. */
function entityOf(post: string): string {
	const key = post.startsWith('urn:li:ugcPost:') ? 'ugc' : 'share';
	return `(${key}:${encodeValue(post)})`;
}

/** The end is excluded. */
function rangeOf({ from, to }: Period): { readonly encoded: string } | undefined {
	if (from === undefined || to === undefined) return undefined;
	return { encoded: `(start:${encodeDay(from)},end:${encodeDay(addDays(to, 1))})` };
}

/** Its `metricType`, which has changed its form with 202605, says again what was asked for. */
function countIn(element: JsonFields, isDaily: boolean): Count {
	const count = numberOf(element.all().count, 'count');
	if (count === null) throw new UnexpectedAnswer('count is missing');
	if (!isDaily) return { day: undefined, count };
	const start = element.object('dateRange').object('start');
	const [year, month, day] = ['year', 'month', 'day'].map((name) => start.integer(name));
	return { day: dayFrom(year ?? 0, month ?? 0, day ?? 0), count };
}

function dayFrom(year: number, month: number, day: number): Day {
	const isReal = year >= 1000 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
	if (!isReal) throw new UnexpectedAnswer('dateRange.start is not a day');
	const two = (number: number): string => String(number).padStart(2, '0');
	return `${year}-${two(month)}-${two(day)}`;
}
