import { Problem } from '../../problem';
import { isDaily, SHARED_METRICS, type MemberMetric } from './memberMetrics';
import { PAGE_METRICS, type PageMetric } from './numbers';

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
	if (never.length < metrics.length) return `${what}, so the output has null there.`;
	throw new Problem(what, {
		description: 'Set "Granularity" to "All", or choose other metrics.',
	});
}
