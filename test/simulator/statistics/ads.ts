import { refusals } from '../core/catalogue';
import { json, type SimRequest, type SimResponse } from '../core/http';
import type { Simulation } from '../core/simulation';
import { requireAnyScope } from '../people/scopes';
import { rolesOf } from '../people/world';
import { enterControlPlane } from '../rules/controlPlane';
import type { QueryValues } from '../rules/queryValues';
import { parseUrn } from '../rules/urn';
import { times, type Deed } from './activity';
import { beginOf, readDateRange } from './dateRange';

const parameters = ['q', 'pivot', 'timeGranularity', 'dateRange', 'accounts', 'shares'];
const dayMs = 24 * 60 * 60 * 1000;
/** public (readers of Ads Reporting). */
const mostFields = 20;

const watchedTo = (part: number) => (deeds: readonly Deed[]) =>
	times(
		deeds.filter((deed) => (deed.part ?? 0) >= part),
		'watch',
	);

/** public (Ads Reporting): metrics. assumed: a view has two seconds. */
const metrics: Readonly<Record<string, (deeds: readonly Deed[]) => number>> = {
	impressions: (deeds) => times(deeds, 'view'),
	clicks: (deeds) => times(deeds, 'click', 'linkClick'),
	videoStarts: (deeds) => times(deeds, 'watch'),
	videoViews: (deeds) =>
		times(
			deeds.filter(({ ms = 0 }) => ms >= 2000),
			'watch',
		),
	videoFirstQuartileCompletions: watchedTo(0.25),
	videoMidpointCompletions: watchedTo(0.5),
	videoThirdQuartileCompletions: watchedTo(0.75),
	videoCompletions: watchedTo(1),
	fullScreenPlays: () => 0,
};

/**
 * public (Ads Reporting): `q=analytics` with one pivot, here of posts. Only the metrics of `fields` come;
 * an empty answer says that nothing was shown, or that the caller may not see it. Both ends of the range
 * are included. assumed: at least one facet list, and no unknown field.
 */
export function findAdAnalytics(simulation: Simulation, request: SimRequest): SimResponse {
	const { fields, rest } = takeFields(request.rawQuery);
	const caller = enterControlPlane(
		{ ...request, rawQuery: rest },
		simulation,
		'finder',
		parameters,
	);
	const { query, bearer } = caller;
	requireAnyScope(caller, ['r_ads_reporting'], 'adAnalytics.FINDER-analytics');
	requireSymbol(query, 'pivot', ['SHARE']);
	requireSymbol(query, 'timeGranularity', ['ALL']);
	const range = query.record('dateRange');
	if (range === undefined) throw refusals.missingParameter('dateRange');
	const { start, end } = readDateRange(range);
	const shares = listed(query, 'shares', ['share', 'ugcPost']);
	const accounts = listed(query, 'accounts', ['sponsoredAccount']);
	if (shares === undefined && accounts === undefined) {
		throw refusals.badRequest('At least one facet is required');
	}
	const seen = Object.keys(simulation.world.sponsoredAccounts).filter(
		(id) => rolesOf(simulation.world.sponsoredAccounts[id], bearer.memberId).length > 0,
	);
	const last = end === undefined ? Infinity : beginOf(end) + dayMs;
	const deeds = seen
		.map((id) => `urn:li:sponsoredAccount:${id}`)
		.filter((account) => accounts?.includes(account) ?? true)
		.flatMap((account) => simulation.activity.inAds(account))
		.filter(({ at, post }) => {
			const isIn = at >= beginOf(start) && at < last;
			return isIn && (shares?.includes(post) ?? true);
		});
	const posts = [...new Set(deeds.map(({ post }) => post))];
	const elements = posts.map((post) => {
		const own = deeds.filter((deed) => deed.post === post);
		const named = fields.flatMap((name) => {
			const count = metrics[name];
			return count === undefined ? [] : [[name, count(own)] as const];
		});
		return {
			...Object.fromEntries(named),
			...(fields.includes('pivotValues') ? { pivotValues: [post] } : {}),
		};
	});
	return json(200, { elements, paging: { start: 0, count: 10, links: [] } });
}

/** public: names by raw commas, which is Rest.li's form of a projection, and none of its values. */
function takeFields(rawQuery: string): {
	readonly fields: readonly string[];
	readonly rest: string;
} {
	const parts = rawQuery.split('&');
	const fields = parts
		.filter((part) => part.startsWith('fields='))
		.flatMap((part) => part.slice('fields='.length).split(','));
	const known = [...Object.keys(metrics), 'pivotValues', 'dateRange'];
	const unknown = fields.filter((name) => !known.includes(name));
	if (unknown.length > 0) throw refusals.invalidQuery('fields', `${unknown.join()} is unknown`);
	if (fields.length > mostFields) throw refusals.invalidQuery('fields', 'there are too many');
	return { fields, rest: parts.filter((part) => !part.startsWith('fields=')).join('&') };
}

function requireSymbol(query: QueryValues, name: string, played: readonly string[]): void {
	const text = query.text(name);
	if (!played.includes(text)) throw refusals.invalidQuery(name, `"${text}" is not an enum symbol`);
}

function listed(
	query: QueryValues,
	name: string,
	types: readonly string[],
): readonly string[] | undefined {
	if (query.any(name) === undefined) return undefined;
	return query.texts(name).map((text) => parseUrn('image', name, text, types).text);
}
