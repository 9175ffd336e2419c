import { pagingOf, readPage, sameQuery } from '../assets/paging';
import { refusals } from '../core/catalogue';
import { json, type SimRequest, type SimResponse } from '../core/http';
import type { Simulation } from '../core/simulation';
import { requireAnyScope } from '../people/scopes';
import { rolesOf } from '../people/world';
import { enterControlPlane } from '../rules/controlPlane';
import type { QueryValues } from '../rules/queryValues';
import { parseUrn } from '../rules/urn';
import type { Comment } from './comment';
import { shownActor } from './entity';

const parameters = ['q', 'actions', 'organizationalEntity', 'timeRange', 'start', 'count'];
const call = 'organizationalEntityNotifications.FINDER-criteria';

/** documented (Organization Social Action Notifications): what a page is notified of. */
const actions = [
	'LIKE',
	'COMMENT',
	'SHARE',
	'SHARE_MENTION',
	'ADMIN_COMMENT',
	'COMMENT_EDIT',
	'COMMENT_DELETE',
];

/** documented: "available to pull for 60 days". */
const keptMs = 60 * 24 * 3_600_000;

/** public (pagination): 10 unless asked otherwise. assumed: at most 100. */
const page = { size: 10, largest: 100 };

/**
 * documented (Organization Social Action Notifications, pull): `rw_organization_admin` and ADMINISTRATOR;
 * of PUBLIC posts only. Only comments are played: those by others are `COMMENT`, the page's own are
 * `ADMIN_COMMENT`. The order is a reading, and so is whether a range of time is taken.
 */
export function findNotifications(simulation: Simulation, request: SimRequest): SimResponse {
	const caller = enterControlPlane(request, simulation, 'finder', parameters);
	const { query, bearer } = caller;
	requireAnyScope(caller, ['rw_organization_admin'], call);
	const text = query.text('organizationalEntity');
	const { id, text: organization } = parseUrn('image', 'organizationalEntity', text, [
		'organization',
	]);
	const { clock, comments, posts, settings, world } = simulation;
	if (!rolesOf(world.organizations[id], bearer.memberId).includes('ADMINISTRATOR')) {
		throw refusals.notEnoughPermissions(`${call}.${caller.version}01`);
	}
	const wanted = readActions(query);
	const range = readRange(simulation, query);
	const asked = readPage(query, page);
	const oldest = clock.now() - keptMs;
	const found = comments
		.all()
		.filter(({ created, deletedAt }) => {
			const isIn = created.at >= range.start && created.at < range.end;
			return isIn && created.at >= oldest && deletedAt === undefined;
		})
		.flatMap((comment) => {
			const post = posts.all().find(({ urn }) => urn === comment.post);
			const action = comment.actor === organization ? 'ADMIN_COMMENT' : 'COMMENT';
			const isShown = post?.author === organization && post.visibility === 'PUBLIC';
			return isShown && wanted.includes(action) ? [{ comment, action, organization }] : [];
		});
	if (settings.readings.notificationOrder === 'newestFirst') found.reverse();
	const cap = settings.readings.notificationCap === '20' ? 20 : asked.count;
	const shown = found.slice(asked.start, asked.start + Math.min(asked.count, cap));
	const extent = { shown: shown.length, total: found.length };
	const elements = shown.map((notice) => notification(simulation, notice));
	const paging = pagingOf(simulation, asked, extent, sameQuery(simulation, request));
	return json(200, {
		elements,
		...(settings.readings.notificationPaging === 'given' ? { paging } : {}),
	});
}

interface Notice {
	readonly comment: Comment;
	readonly action: string;
	readonly organization: string;
}

/** As in the page's sample: the comment's URN is short in one place and whole in the other. */
function notification(
	{ settings }: Simulation,
	{ comment: { activity, actor, created, id, post, text, urn }, action, organization }: Notice,
): object {
	const decorated = {
		decoratedSourcePost: { entity: post, owner: organization },
		decoratedGeneratedActivity: {
			comment: { entity: urn, owner: shownActor(actor, settings.readings), text, object: activity },
		},
	};
	return {
		notificationId: Number(id.slice(-10)),
		organizationalEntity: organization,
		action,
		sourcePost: activity,
		generatedActivity: `urn:li:comment:(${activity.replace('urn:li:', '')},${id})`,
		lastModifiedAt: created.at,
		...(settings.readings.notificationDecorations === 'given' ? decorated : {}),
	};
}

function readActions(query: QueryValues): readonly string[] {
	const given = query.texts('actions');
	const unknown = given.find((action) => !actions.includes(action));
	if (unknown === undefined) return given;
	throw refusals.invalidQuery('actions', `"${unknown}" is not an enum symbol`);
}

/** Seen in use: `timeRange=(start:MS,end:MS)`; the page's samples have none. */
function readRange(
	{ settings }: Simulation,
	query: QueryValues,
): { readonly start: number; readonly end: number } {
	const record = query.record('timeRange');
	if (record === undefined) return { start: 0, end: Infinity };
	if (settings.readings.notificationRange === 'refused') {
		throw refusals.invalidQuery('timeRange', 'the parameter is not allowed');
	}
	const [start, end] = ['start', 'end'].map((name) => Number(record.entries.get(name)));
	if (start === undefined || end === undefined || !(start < end)) {
		throw refusals.invalidQuery('timeRange', 'it needs a start and a later end');
	}
	return { start, end };
}
