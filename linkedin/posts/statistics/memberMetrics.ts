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
