import { refusals } from '../core/catalogue';
import { json, type SimRequest, type SimResponse } from '../core/http';
import type { Simulation } from '../core/simulation';
import { requireAnyScope } from '../people/scopes';
import { rolesOf } from '../people/world';
import { findPost } from '../posts/find';
import { enterControlPlane } from '../rules/controlPlane';
import type { QueryValues } from '../rules/queryValues';
import { parseUrn } from '../rules/urn';
import { organicDeeds, postsOf, shareStatistics } from './organic';
import { readIntervals } from './timeIntervals';

const parameters = ['q', 'organizationalEntity', 'shares', 'ugcPosts', 'timeIntervals'];
const call = 'organizationalEntityShareStatistics.FINDER-organizationalEntity';

/**
 * public (Share Statistics): of a page as a whole, since it exists or by day or month; or of single posts,
 * since they exist. Organic only. A post without activity is left out. No paging.
 */
export function findShareStatistics(simulation: Simulation, request: SimRequest): SimResponse {
	const caller = enterControlPlane(request, simulation, 'finder', parameters);
	const { clock, settings, world } = simulation;
	const { query } = caller;
	requireAnyScope(caller, ['rw_organization_admin'], call);
	const entity = query.text('organizationalEntity');
	const page = parseUrn('image', 'organizationalEntity', entity, ['organization']);
	if (!rolesOf(world.organizations[page.id], caller.bearer.memberId).includes('ADMINISTRATOR')) {
		throw refusals.notEnoughPermissions(`${call}.${caller.version}01`);
	}
	const posts = readPosts(query);
	const intervals = query.record('timeIntervals');
	if (posts !== undefined) {
		// assumed: what the page does not offer is refused.
		if (intervals !== undefined) {
			throw refusals.invalidQuery('timeIntervals', 'it goes with no shares and no ugcPosts');
		}
		return json(200, { elements: ofPosts(simulation, page.text, posts) });
	}
	const deeds = organicDeeds(simulation, postsOf(simulation, page.text));
	const organizationalEntity = page.text;
	if (intervals === undefined) {
		const total = { organizationalEntity, totalShareStatistics: shareStatistics(deeds) };
		return json(200, { elements: [total] });
	}
	const elements = readIntervals(intervals, clock.now(), settings.readings).flatMap((timeRange) => {
		const own = deeds.filter(({ at }) => at >= timeRange.start && at < timeRange.end);
		if (own.length === 0 && settings.readings.quietDays === 'omitted') return [];
		return [{ organizationalEntity, timeRange, totalShareStatistics: shareStatistics(own) }];
	});
	return json(200, { elements });
}

/** Undefined for the page as a whole. */
function readPosts(query: QueryValues): readonly string[] | undefined {
	const listed = (name: string, type: string): readonly string[] =>
		query.any(name) === undefined
			? []
			: query.texts(name).map((text) => parseUrn('image', name, text, [type]).text);
	if (query.any('shares') === undefined && query.any('ugcPosts') === undefined) return undefined;
	return [...listed('shares', 'share'), ...listed('ugcPosts', 'ugcPost')];
}

function ofPosts(simulation: Simulation, page: string, urns: readonly string[]): object[] {
	const { foreignPosts, statisticsList } = simulation.settings.readings;
	if (statisticsList === 'atMost20' && urns.length > 20) {
		throw refusals.invalidQuery('shares', 'it has more than 20 entries');
	}
	return urns.flatMap((urn) => {
		const post = findPost(simulation, urn);
		const isOwn = post?.author === page && post.deletedAt === undefined;
		if (!isOwn) {
			if (foreignPosts === 'refused') throw refusals.badRequest(`${urn} is not a post of ${page}`);
			return [];
		}
		const deeds = organicDeeds(simulation, [urn]);
		if (deeds.length === 0) return [];
		const key = urn.startsWith('urn:li:share:') ? 'share' : 'ugcPost';
		const totalShareStatistics = shareStatistics(deeds);
		return [{ organizationalEntity: page, [key]: urn, totalShareStatistics }];
	});
}
