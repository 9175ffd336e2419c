import { Problem } from '../../problem';
import { PAGE_METRICS, type PageMetric } from './numbers';

/** What LinkedIn counts of a member's posts. */
interface MemberMetricRow {
	/** LinkedIn's word, `queryType`. */
	readonly queryType: string;
	/** Of what LinkedIn counts it by day: of each post, only of all posts together, or not at all. */
	readonly daily: 'each' | 'together' | 'never';
}

/**
 * "Member Post Statistics" page: `queryType`, and where `DAILY` is "not supported". Those from
 * `POST_SAVE` on exist since version 202604 (LinkedIn's change log).
 */
export const MEMBER_METRICS = {
	impressions: { queryType: 'IMPRESSION', daily: 'together' },
	uniqueImpressions: { queryType: 'MEMBERS_REACHED', daily: 'never' },
	clicks: { queryType: 'LINK_CLICKS', daily: 'never' },
	likes: { queryType: 'REACTION', daily: 'each' },
	comments: { queryType: 'COMMENT', daily: 'each' },
	shares: { queryType: 'RESHARE', daily: 'each' },
	saves: { queryType: 'POST_SAVE', daily: 'each' },
	sends: { queryType: 'POST_SEND', daily: 'each' },
	callToActionClicks: { queryType: 'PREMIUM_CTA_CLICKS', daily: 'each' },
	followersGained: { queryType: 'FOLLOWER_GAINED_FROM_CONTENT', daily: 'never' },
	profileViews: { queryType: 'PROFILE_VIEW_FROM_CONTENT', daily: 'never' },
} as const satisfies Readonly<Record<string, MemberMetricRow>>;

export type MemberMetric = keyof typeof MEMBER_METRICS;

/** Those that a page's posts have too: the default, one call for each and post. */
export const SHARED_METRICS = [
	'impressions',
	'uniqueImpressions',
	'clicks',
	'likes',
	'comments',
	'shares',
] as const satisfies readonly MemberMetric[];

/** @param isOne whether it is asked of one post, or of all together */
export function isDaily(metric: MemberMetric, isOne: boolean): boolean {
	const { daily } = MEMBER_METRICS[metric];
	return daily === 'each' || (daily === 'together' && !isOne);
}

/** What may be chosen: a page's posts have some of these, a member's others. */
export type Metric = PageMetric | MemberMetric;

/**
 * @param chosen undefined for what pages have
 * @throws Problem for what LinkedIn does not count of a page
 */
export function pageMetrics(chosen: readonly Metric[] | undefined): readonly PageMetric[] {
	return (chosen ?? PAGE_METRICS).map((metric) => {
		const found = PAGE_METRICS.find((each) => each === metric);
		if (found !== undefined) return found;
		throw new Problem(`LinkedIn doesn’t count ${metric} for the posts of a page`, {
			description: 'Remove it from the option "Metrics", or select yourself as the author.',
		});
	});
}

/**
 * @param chosen undefined for what a page's posts have too
 * @throws Problem for what LinkedIn does not count of a member
 */
export function memberMetrics(chosen: readonly Metric[] | undefined): readonly MemberMetric[] {
	return (chosen ?? SHARED_METRICS).map((metric) => {
		if (metric !== 'engagement') return metric;
		throw new Problem('LinkedIn has no engagement rate for the posts of a member', {
			description: 'Remove it from the option "Metrics".',
		});
	});
}

/**
 * What of these LinkedIn does not count by day, as a warning.
 *
 * @throws Problem if it is all of them
 */
export function dailyWarning(metrics: readonly MemberMetric[], isOne: boolean): string | undefined {
	const never = metrics.filter((metric) => !isDaily(metric, isOne));
	if (never.length === 0) return undefined;
	const what = `LinkedIn doesn’t count ${never.join(', ')} by day${isOne ? ' for a single post' : ''}`;
	if (never.length < metrics.length) return `${what}: null here.`;
	throw new Problem(what, {
		description: 'Set "Granularity" to "All", or choose other metrics.',
	});
}
