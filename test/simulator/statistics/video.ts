import { refusals } from '../core/catalogue';
import { json, type SimRequest, type SimResponse } from '../core/http';
import type { Simulation } from '../core/simulation';
import { requireAnyScope } from '../people/scopes';
import { rolesOf } from '../people/world';
import { findPost } from '../posts/find';
import { enterControlPlane } from '../rules/controlPlane';
import { parseUrn } from '../rules/urn';
import { people, times, type Deed } from './activity';
import { organicDeeds } from './organic';

const call = 'videoAnalytics.FINDER-entity';
const roles = ['ADMINISTRATOR', 'DIRECT_SPONSORED_CONTENT_POSTER'];
/** public (Video Analytics): "six months". */
const keptMs = 182 * 24 * 60 * 60 * 1000;

const watched = (deeds: readonly Deed[]) => deeds.filter(({ kind }) => kind === 'watch');
const viewed = (deeds: readonly Deed[]) => watched(deeds).filter(({ ms = 0 }) => ms >= 3000);
const timeOf = (deeds: readonly Deed[]) =>
	deeds.reduce((sum, { ms = 0, times: often }) => sum + ms * often, 0);

/** public (Video Analytics), `type`: a view has at least three seconds. */
const types: Readonly<Record<string, (deeds: readonly Deed[]) => number>> = {
	VIDEO_VIEW: (deeds) => times(viewed(deeds), 'watch'),
	VIEWER: (deeds) => people(viewed(deeds)),
	TIME_WATCHED: (deeds) => timeOf(watched(deeds)),
	TIME_WATCHED_FOR_VIDEO_VIEWS: (deeds) => timeOf(viewed(deeds)),
};

/**
 * public (Video Analytics): one number of one post of a page, which is a ugcPost; gone six months after
 * it. assumed: a post without a video is a 400; only `ALL` is played.
 */
export function findVideoAnalytics(simulation: Simulation, request: SimRequest): SimResponse {
	const parameters = ['q', 'entity', 'type', 'aggregation'];
	const caller = enterControlPlane(request, simulation, 'finder', parameters);
	const { query, bearer, version } = caller;
	const { clock, settings, world } = simulation;
	requireAnyScope(caller, ['r_organization_social'], call);
	const type = query.text('type');
	const count = Object.hasOwn(types, type) ? types[type] : undefined;
	if (count === undefined) throw refusals.invalidQuery('type', `"${type}" is not an enum symbol`);
	const aggregation = query.optionalText('aggregation') ?? 'ALL';
	if (aggregation !== 'ALL') {
		throw refusals.invalidQuery('aggregation', `"${aggregation}" is not an enum symbol`);
	}
	const { videoShares, videoValue } = settings.readings;
	const kinds = videoShares === 'accepted' ? ['ugcPost', 'share'] : ['ugcPost'];
	const { text } = parseUrn('video', 'entity', query.text('entity'), kinds);
	const post = findPost(simulation, text);
	if (post === undefined || post.deletedAt !== undefined) throw refusals.notFound(404);
	const [, , , id = ''] = post.author.split(':');
	const held = rolesOf(world.organizations[id], bearer.memberId);
	if (!held.some((role) => roles.includes(role))) {
		throw refusals.notEnoughPermissions(`${call}.${version}01`);
	}
	const hasVideo = post.content?.media.some((urn) => urn.startsWith('urn:li:video:')) ?? false;
	if (!hasVideo) throw refusals.badRequest(`${text} has no video`);
	if (post.createdAt + keptMs < clock.now()) return json(200, { elements: [] });
	const value = count(organicDeeds(simulation, [text]));
	const element = {
		entity: text,
		statisticsType: type,
		value: videoValue === 'text' ? String(value) : value,
	};
	return json(200, { elements: [element] });
}
