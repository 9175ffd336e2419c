import type { Metric } from '../../../../linkedin/posts/statistics/chosenMetrics';
import { MEMBER_METRICS } from '../../../../linkedin/posts/statistics/memberMetrics';
import { PAGE_METRICS } from '../../../../linkedin/posts/statistics/numbers';
import { Problem } from '../../../../linkedin/problem';
import { Field } from '../../../form/field';
import { byName } from '../../../form/byName';

const OF_BOTH: Readonly<Record<Metric, readonly [name: string, description: string]>> = {
	callToActionClicks: [
		'Call to Action Clicks',
		'Clicks on your premium button; your own posts only',
	],
	clicks: ['Clicks', 'For a page, all clicks; for your own posts, clicks on links'],
	comments: ['Comments', 'Comments on the post'],
	engagement: [
		'Engagement',
		'Clicks, likes, comments and shares, divided by impressions; pages only',
	],
	followersGained: ['Followers Gained', 'Followers gained from the post; your own posts only'],
	impressions: ['Impressions', 'How often the post was shown'],
	likes: ['Likes', 'Reactions of every type'],
	profileViews: ['Profile Views', 'Views of your profile from the post; your own posts only'],
	saves: ['Saves', 'How often the post was saved; your own posts only'],
	sends: ['Sends', 'How often the post was sent in a message; your own posts only'],
	shares: ['Shares', 'How often the post was reshared'],
	uniqueImpressions: ['Unique Impressions', 'How many members saw the post'],
};

const KNOWN = new Set<string>([...PAGE_METRICS, ...Object.keys(MEMBER_METRICS)]);

function isMetric(name: unknown): name is Metric {
	return typeof name === 'string' && KNOWN.has(name);
}

/** Which numbers; undefined if not chosen. */
export const metrics = new Field<readonly Metric[], 'metrics'>(
	{
		displayName: 'Metrics',
		name: 'metrics',
		type: 'multiOptions',
		options: Object.entries(OF_BOTH)
			.map(([value, [name, description]]) => ({ name, value, description }))
			.sort((one, other) => byName(one.name, other.name)),
		default: ['impressions'],
		description:
			'Which numbers to return. For your own posts, LinkedIn needs one call per metric and post (by default 6 per post); for a page, one call returns all of them.',
	},
	(value, what) => {
		const names: readonly unknown[] = Array.isArray(value) ? value : [value];
		const chosen = names.filter(isMetric);
		if (chosen.length > 0 && chosen.length === names.length) return [...new Set(chosen)];
		throw new Problem(
			names.length === 0 ? `${what} is empty` : `${what} contains an unknown metric`,
			{ description: 'Choose at least one metric, or remove the option.' },
		);
	},
).optional();
