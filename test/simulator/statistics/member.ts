import { refusals } from '../core/catalogue';
import { json, type SimRequest, type SimResponse } from '../core/http';
import type { SimulationHandler } from '../core/routing';
import type { Simulation } from '../core/simulation';
import { requireAnyScope } from '../people/scopes';
import { findPost } from '../posts/find';
import { enterControlPlane, type Caller } from '../rules/controlPlane';
import { parseUrn } from '../rules/urn';
import { people, times, type Deed } from './activity';
import { beginOf, dayAt, readDateRange, type CalendarDay } from './dateRange';
import { organicDeeds, postsOf } from './organic';

interface Metric {
	readonly count: (deeds: readonly Deed[]) => number;
	/** public (Member Post Statistics): where `DAILY` is "not supported". */
	readonly daily: 'each' | 'together' | 'never';
	/** The version that brought it. */
	readonly since?: number;
}

const views = (deeds: readonly Deed[]) => deeds.filter(({ kind }) => kind === 'view');
const plays = (deeds: readonly Deed[]) =>
	deeds.filter(({ kind, ms = 0 }) => kind === 'watch' && ms >= 2000);
const youngest = 202604;

/** public (Member Post Statistics; LinkedIn's change log for the second half). */
const ofPosts: Readonly<Record<string, Metric>> = {
	IMPRESSION: { count: (deeds) => times(deeds, 'view'), daily: 'together' },
	MEMBERS_REACHED: { count: (deeds) => people(views(deeds)), daily: 'never' },
	RESHARE: { count: (deeds) => times(deeds, 'share'), daily: 'each' },
	REACTION: { count: (deeds) => times(deeds, 'like'), daily: 'each' },
	COMMENT: { count: (deeds) => times(deeds, 'comment'), daily: 'each' },
	POST_SAVE: { count: (deeds) => times(deeds, 'save'), daily: 'each', since: youngest },
	POST_SEND: { count: (deeds) => times(deeds, 'send'), daily: 'each', since: youngest },
	LINK_CLICKS: { count: (deeds) => times(deeds, 'linkClick'), daily: 'never', since: youngest },
	PREMIUM_CTA_CLICKS: {
		count: (deeds) => times(deeds, 'callToActionClick'),
		daily: 'each',
		since: youngest,
	},
	FOLLOWER_GAINED_FROM_CONTENT: {
		count: (deeds) => times(deeds, 'follow'),
		daily: 'never',
		since: youngest,
	},
	PROFILE_VIEW_FROM_CONTENT: {
		count: (deeds) => times(deeds, 'profileView'),
		daily: 'never',
		since: youngest,
	},
};

/** public (Member Video Statistics): a play has two seconds; kept a year from the post on. */
const ofVideos: Readonly<Record<string, Metric>> = {
	VIDEO_PLAY: { count: (deeds) => times(plays(deeds), 'watch'), daily: 'each' },
	VIDEO_VIEWER: { count: (deeds) => people(plays(deeds)), daily: 'each' },
	VIDEO_WATCH_TIME: {
		count: (deeds) => deeds.reduce((sum, { ms = 0, times: often }) => sum + ms * often, 0),
		daily: 'each',
	},
};

const dayMs = 24 * 60 * 60 * 1000;
const yearMs = 365 * dayMs;

export const findMemberPosts = statistics('memberCreatorPostAnalytics', ofPosts, Infinity);
export const findMemberVideos = statistics('memberCreatorVideoAnalytics', ofVideos, yearMs);

/**
 * public (Member Post Statistics, Member Video Statistics): one number in a call, of one own post or of
 * all (`q=me`), of a range or since it exists. assumed: `DAILY` needs a range.
 */
function statistics(
	resource: string,
	metrics: Readonly<Record<string, Metric>>,
	keptMs: number,
): SimulationHandler {
	return (simulation: Simulation, request: SimRequest): SimResponse => {
		const parameters = ['q', 'entity', 'queryType', 'aggregation', 'dateRange'];
		const caller = enterControlPlane(request, simulation, 'finder', parameters);
		const { query, version } = caller;
		requireAnyScope(caller, ['r_member_postAnalytics'], `${resource}.FINDER-${query.text('q')}`);
		const queryType = query.text('queryType');
		const metric = Object.hasOwn(metrics, queryType) ? metrics[queryType] : undefined;
		if (metric === undefined || version < (metric.since ?? 0)) {
			throw refusals.invalidQuery('queryType', `"${queryType}" is not an enum symbol`);
		}
		const post = readPost(simulation, caller, resource);
		const isDaily = readAggregation(caller);
		const supported =
			metric.daily === 'each' || (metric.daily === 'together' && post === undefined);
		if (isDaily && !supported) {
			throw refusals.badRequest(`DAILY aggregation is not supported for ${queryType}`);
		}
		const range = query.record('dateRange');
		const { start, end } = range === undefined ? { start: undefined, end: undefined } : ends(range);
		const isAhead = end !== undefined && end > simulation.clock.now();
		if (isAhead && simulation.settings.readings.futureEnd === 'refused') {
			throw refusals.invalidQuery('dateRange', 'the end is in the future');
		}
		if (isDaily && start === undefined) throw refusals.missingParameter('dateRange');
		const now = simulation.clock.now();
		const author = `urn:li:person:${caller.bearer.memberId}`;
		const deeds = organicDeeds(
			simulation,
			post === undefined ? postsOf(simulation, author) : [post],
		)
			.filter((deed) => createdAt(simulation, deed.post) + keptMs >= now)
			.filter(({ at }) => at >= (start ?? -Infinity) && at < (end ?? Infinity));
		const element = (own: readonly Deed[], first?: CalendarDay, last?: CalendarDay) => ({
			count: metric.count(own),
			metricType: shownType(queryType, version),
			...(post === undefined ? {} : { targetEntity: targetOf(post) }),
			...(first === undefined ? {} : { dateRange: { start: first, end: last } }),
		});
		const isQuiet = (own: readonly Deed[]): boolean =>
			metric.count(own) === 0 && simulation.settings.readings.quietMember === 'omitted';
		if (!isDaily) {
			const elements = isQuiet(deeds) ? [] : [element(deeds)];
			return json(200, { elements, paging: { start: 0, count: 10, links: [] } });
		}
		const elements = [];
		for (let from = start ?? 0; from < (end ?? 0); from += dayMs) {
			const own = deeds.filter(({ at }) => at >= from && at < from + dayMs);
			if (!isQuiet(own)) elements.push(element(own, dayAt(from), dayAt(from + dayMs)));
		}
		return json(200, { elements, paging: { start: 0, count: 10, links: [] } });
	};
}

/** public: the start included, the end excluded. assumed: both are needed. */
function ends(range: Parameters<typeof readDateRange>[0]) {
	const { start, end } = readDateRange(range);
	if (end === undefined) throw refusals.invalidQuery('dateRange', 'the end is missing');
	if (beginOf(end) <= beginOf(start)) {
		throw refusals.invalidQuery('dateRange', 'the end is not after the start');
	}
	return { start: beginOf(start), end: beginOf(end) };
}

/** public: `(share:URN)` or `(ugc:URN)`. assumed: 404 for none, 403 for a post of somebody else. */
function readPost(simulation: Simulation, caller: Caller, resource: string): string | undefined {
	const { query, bearer, version } = caller;
	if (query.text('q') === 'me') {
		if (query.any('entity') !== undefined) throw refusals.unpermittedParameter('entity');
		return undefined;
	}
	const entries = [...(query.record('entity')?.entries ?? [])];
	const [entry, another] = entries;
	const types: Readonly<Record<string, string>> = { share: 'share', ugc: 'ugcPost' };
	const type = types[entry?.[0] ?? ''];
	const text = entry?.[1];
	if (another !== undefined || type === undefined || typeof text !== 'string') {
		throw refusals.invalidQuery('entity', 'it is neither (share:...) nor (ugc:...)');
	}
	const post = findPost(simulation, parseUrn('image', 'entity', text, [type]).text);
	if (post === undefined || post.deletedAt !== undefined) throw refusals.notFound(404);
	if (post.author !== `urn:li:person:${bearer.memberId}`) {
		throw refusals.notEnoughPermissions(`${resource}.FINDER-entity.${version}01`);
	}
	return post.urn;
}

/** public: TOTAL unless asked otherwise. */
function readAggregation({ query }: Caller): boolean {
	const aggregation = query.optionalText('aggregation') ?? 'TOTAL';
	if (aggregation === 'TOTAL' || aggregation === 'DAILY') return aggregation === 'DAILY';
	throw refusals.invalidQuery('aggregation', `"${aggregation}" is not an enum symbol`);
}

/** public (LinkedIn's change log): a record with one key until 202604, a text from 202605 on. */
function shownType(queryType: string, version: number): unknown {
	const key = 'com.linkedin.adsexternalapi.memberanalytics.v1.CreatorPostAnalyticsMetricTypeV1';
	return version >= 202605 ? queryType : { [key]: queryType };
}

function targetOf(post: string): object {
	return post.startsWith('urn:li:share:') ? { share: post } : { ugc: post };
}

function createdAt({ posts }: Simulation, urn: string): number {
	return posts.find(urn.split(':')[3] ?? '')?.createdAt ?? 0;
}
