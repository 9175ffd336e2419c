import type { LinkedInClient } from '../../api/client';
import { daysFrom, type Day } from './day';
import { eachNumber } from './eachNumber';
import { eachPost } from './eachPost';
import { askMember, type Count, type Period } from './memberAnswer';
import { isDaily, MEMBER_METRICS, type MemberMetric } from './memberMetrics';
import type { Numbers, Statistics } from './numbers';

/** Own posts, or all of them together. */
interface MemberPosts {
	/** `urn:li:person:…`: what is counted together is shown under this name. */
	readonly member: string;
	/** Empty for all posts together. */
	readonly urns: readonly string[];
	readonly metrics: readonly MemberMetric[];
	readonly granularity: 'all' | 'day';
	/** By day it has both ends. */
	readonly period: Period;
	readonly signal?: AbortSignal;
}

/**
 * The statistics of a member's own posts: one call for each number and post ("Member Post Statistics"
 * page). What LinkedIn does not count by day is null there, and so is what it refuses of one post among
 * others.
 *
 * @throws LinkedInError if LinkedIn refuses all of it; CancelledError
 */
export async function getMemberPosts(
	client: LinkedInClient,
	posts: MemberPosts,
): Promise<readonly Statistics[]> {
	const { urns, member } = posts;
	if (urns.length === 0) return ofOne(client, posts, undefined, member);
	const found = await eachPost(
		posts,
		(urn) => ofOne(client, posts, urn, urn),
		(urn, warning) => spread(posts, urn, new Map(), [warning]),
	);
	return urns.flatMap((urn) => found.get(urn) ?? []);
}

/** @param post undefined for all together. @throws LinkedInError if there is no number to be had */
async function ofOne(
	client: LinkedInClient,
	posts: MemberPosts,
	post: string | undefined,
	urn: string,
): Promise<readonly Statistics[]> {
	const byDay = posts.granularity === 'day';
	const asked = posts.metrics.filter((metric) => !byDay || isDaily(metric, post !== undefined));
	const counts = new Map<MemberMetric, readonly Count[]>();
	const warnings = await eachNumber(
		asked,
		async (metric) => {
			const { queryType } = MEMBER_METRICS[metric];
			const query = { post, queryType, isDaily: byDay, period: posts.period };
			const found = await askMember(client, { resource: 'memberCreatorPostAnalytics', ...query });
			if (found.length > 0) counts.set(metric, found);
			return found.length > 0;
		},
		(metric) => metric,
	);
	return spread(posts, urn, counts, warnings);
}

/** One for the whole time, or one for each day. */
function spread(
	{ metrics, granularity, period }: MemberPosts,
	urn: string,
	counts: ReadonlyMap<MemberMetric, readonly Count[]>,
	warnings: readonly string[],
): readonly Statistics[] {
	const { from, to } = period;
	const of = (day: Day | undefined): Numbers =>
		Object.fromEntries(
			metrics.map((metric) => [
				metric,
				counts.get(metric)?.find((each) => each.day === day)?.count ?? null,
			]),
		);
	if (granularity === 'all' || from === undefined || to === undefined) {
		return [{ urn, from: from ?? null, to: to ?? null, numbers: of(undefined), warnings }];
	}
	return daysFrom(from, to).map((day) => {
		const numbers = of(day);
		const isWhole = [...counts.keys()].every((metric) => numbers[metric] !== null);
		const gap = 'LinkedIn returned no numbers for some days, which are null here.';
		return { urn, from: day, to: day, numbers, warnings: isWhole ? warnings : [...warnings, gap] };
	});
}
