import { parsePost } from '../../../../linkedin/posts/postInput';
import {
	dailyWarning,
	memberMetrics,
	pageMetrics,
	type Metric,
} from '../../../../linkedin/posts/statistics/chosenMetrics';
import { getMemberPosts } from '../../../../linkedin/posts/statistics/memberPosts';
import type { Statistics } from '../../../../linkedin/posts/statistics/numbers';
import { otherMemberWarning } from '../../../../linkedin/posts/statistics/ownTotals';
import { getPagePosts } from '../../../../linkedin/posts/statistics/pagePosts';
import { getPageDays, getPageLifetime } from '../../../../linkedin/posts/statistics/pageWhole';
import { publishedIn } from '../../../../linkedin/posts/statistics/publishedIn';
import { spanOfMember } from '../../../../linkedin/posts/statistics/memberSpan';
import { assertLifetime, spanOfPage } from '../../../../linkedin/posts/statistics/pageSpan';
import { spanOfPosts, type Granularity } from '../../../../linkedin/posts/statistics/span';
import { upToToday } from '../../../../linkedin/posts/statistics/upToToday';
import type { Day } from '../../../../linkedin/posts/statistics/day';
import { Problem } from '../../../../linkedin/problem';
import { itemOptions } from '../../../fields/itemOptions';
import type { Actor } from '../../../fields/owner';
import { urnList } from '../../../fields/urns';
import { choice } from '../../../form/fields';
import type { Item } from '../../../run/item';
import type { ItemOperation } from '../../../run/operation';
import { from, isPage, statisticsAuthor, to, today, toStatisticsItems } from '../media/statistics';
import { metrics } from './metrics';

const statisticsOf = choice({
	displayName: 'Statistics Of',
	name: 'statisticsOf',
	options: [
		{
			name: 'Page or Member as a Whole',
			value: 'author',
			description: 'All posts together: since the beginning, or by day or month',
		},
		{ name: 'Posts by URN', value: 'posts', description: 'One item for each post' },
		{
			name: 'Posts of a Period',
			value: 'period',
			description: 'One item for each post that a page published in a period',
		},
	],
	default: 'posts',
	description:
		'What to count. For single posts of a page, LinkedIn has lifetime numbers only; numbers by day or month are for the page as a whole, for the last 12 months.',
});

const posts = urnList({
	placeholder: 'e.g. urn:li:share:6844785523593134080, urn:li:ugcPost:68447855235931240',
	description:
		'The URNs of the posts, separated by commas or line breaks, or an expression that returns a list. Your own posts take one call per metric and post; about 90 posts of a page take one call.',
	advice: 'Enter one or more URNs, separated by commas or line breaks.',
	parse: parsePost,
})
	// Not required: n8n would demand it wherever the choice before is an expression.
	.with({ required: undefined })
	.when({ statisticsOf: ['posts'] });

const granularity = choice({
	displayName: 'Granularity',
	name: 'granularity',
	options: [
		{ name: 'All', value: 'all', description: 'One item for the whole time' },
		{
			name: 'Day',
			value: 'day',
			description: 'One item per day: for a page as a whole, or for your own posts',
		},
		{
			name: 'Month',
			value: 'month',
			description: 'One item per month: only for a page as a whole',
		},
	],
	default: 'all',
	description: 'The period that each item covers',
}).when({ statisticsOf: ['posts', 'author'] });

const options = itemOptions(metrics);

/** What the form holds. */
interface Asked {
	readonly of: 'posts' | 'period' | 'author';
	/** None where they are not what is asked for. */
	readonly urns: readonly string[];
	readonly author: Actor;
	readonly granularity: Granularity;
	readonly from: Day | undefined;
	readonly to: Day | undefined;
	readonly today: Day;
	readonly metrics: readonly Metric[] | undefined;
}

/** How often posts were seen, and what people did with them. */
export const getStatistics: ItemOperation = {
	value: 'getStatistics',
	name: 'Get Statistics',
	action: 'Get the statistics of posts',
	description: 'Get impressions, clicks, likes, comments and shares of posts, a page or yourself',
	fields: [statisticsAuthor, statisticsOf, posts, granularity, from, to, options],
	async execute(item) {
		const of = item.read(statisticsOf);
		const asked: Asked = {
			of,
			urns: of === 'posts' ? item.read(posts) : [],
			author: item.read(statisticsAuthor),
			granularity: of === 'period' ? 'all' : item.read(granularity),
			from: item.read(from),
			to: item.read(to),
			today: today(item),
			metrics: item.read(options).metrics,
		};
		const found = await (isPage(asked.author) ? ofPage(item, asked) : ofMember(item, asked));
		return toStatisticsItems(item, found);
	},
};

/** Everything is checked before the page is looked up, which may take a call. */
async function ofPage(item: Item, asked: Asked): Promise<readonly Statistics[]> {
	const { client, signal } = item;
	const names = pageMetrics(asked.metrics);
	const only = (each: Statistics): Statistics => ({
		...each,
		numbers: Object.fromEntries(names.map((name) => [name, each.numbers[name] ?? null])),
	});
	if (asked.of === 'posts') {
		assertLifetime(asked);
		const page = await item.urnOf(asked.author);
		const { urns } = asked;
		return (await getPagePosts(client, { page, urns, areKnown: false, signal })).map(only);
	}
	if (asked.of === 'period') {
		const span = spanOfPosts(asked);
		const page = await item.urnOf(asked.author);
		const urns = await publishedIn(client, { page, ...span, signal });
		return (await getPagePosts(client, { page, urns, areKnown: true, signal })).map(only);
	}
	const span = spanOfPage(asked);
	const page = await item.urnOf(asked.author);
	if (span === undefined || asked.granularity === 'all') {
		return [only(await getPageLifetime(client, page))];
	}
	const { granularity: each, today: last } = asked;
	const { found, warning } = await upToToday(span, last, (time) =>
		getPageDays(client, { page, granularity: each, ...time }),
	);
	if (warning !== undefined) item.warn(warning);
	return found.map(only);
}

async function ofMember(item: Item, asked: Asked): Promise<readonly Statistics[]> {
	const { urns, of } = asked;
	if (of === 'period') {
		throw new Problem('LinkedIn doesn’t let apps list the posts of a member', {
			description:
				'Set "Statistics Of" to "Posts by URN" and enter the URNs that Create returned, or to "Page or Member as a Whole" for all of them together.',
		});
	}
	const names = memberMetrics(asked.metrics);
	const period = spanOfMember(asked);
	const byDay = asked.granularity === 'day';
	const daily = byDay ? dailyWarning(names, of === 'posts') : undefined;
	const { client, signal } = item;
	const member = await item.urnOf(asked.author);
	const other = of === 'author' ? await otherMemberWarning(client, member) : undefined;
	item.warn(...[daily, other].filter((warning) => warning !== undefined));
	const what = { member, urns, metrics: names, signal };
	const { found, warning } = await upToToday(period, asked.today, (time) =>
		getMemberPosts(client, { ...what, granularity: byDay ? 'day' : 'all', period: time }),
	);
	if (warning !== undefined) item.warn(warning);
	if (asked.metrics !== undefined) return found;
	// The same columns as for a page, which alone has this one.
	return found.map((each) => ({ ...each, numbers: { ...each.numbers, engagement: null } }));
}
