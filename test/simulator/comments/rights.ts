import { refusals } from '../core/catalogue';
import type { Simulation } from '../core/simulation';
import { rolesOf } from '../people/world';
import { parseUrn } from '../rules/urn';
import { deniedComments, type CommentsCaller } from './enter';
import { feedScopes, holdsFeedScope, type FeedScope } from './feedScopes';

/** public (Comments API, "Permissions"). */
const writingRoles = ['ADMINISTRATOR', 'DIRECT_SPONSORED_CONTENT_POSTER', 'RECRUITING_POSTER'];
const readingRoles = ['ADMINISTRATOR', 'DIRECT_SPONSORED_CONTENT_POSTER'];
const contentAdmins = ['CONTENT_ADMINISTRATOR', 'CONTENT_ADMIN'];

export const actorTypes = ['person', 'organization'];

type Operation = Parameters<typeof deniedComments>[1];

/**
 * Which of the caller's scopes count. Seen: the versioned API refuses `w_member_social` of an app
 * without Community Management, and the unversioned one takes it; both are readings.
 */
function holds(
	{ settings }: Simulation,
	{ bearer, version }: CommentsCaller,
	scope: FeedScope,
): boolean {
	const { legacySocialActions, oldCommentScopes } = settings.readings;
	if (version === undefined && legacySocialActions === 'refused') return false;
	return holdsFeedScope(bearer, scope, version === undefined ? 'accepted' : oldCommentScopes);
}

/** A token that comments for nobody is refused by the gateway; assumed: for another actor by the field. */
export function requireActor(
	simulation: Simulation,
	caller: CommentsCaller,
	actorUrn: string,
	operation: Operation,
): void {
	const actor = parseUrn('image', 'actor', actorUrn, actorTypes);
	const { organization, person } = feedScopes.write;
	const held = [organization, person].filter((pair) => holds(simulation, caller, pair));
	if (held.length === 0) throw deniedComments(caller, operation);
	const { memberId } = caller.bearer;
	if (actor.type === 'person') {
		if (held.includes(person) && actor.id === memberId) return;
		throw refusals.deniedField('/actor');
	}
	const { contentAdminComments } = simulation.settings.readings;
	const enough = [...writingRoles, ...(contentAdminComments === 'accepted' ? contentAdmins : [])];
	const roles = rolesOf(simulation.world.organizations[actor.id], memberId);
	if (held.includes(organization) && roles.some((role) => enough.includes(role))) return;
	throw refusals.deniedField('/actor');
}

/**
 * Who may read the comments of an author's post. Seen: 403 "member is unauthorized on
 * urn:li:activity:N" for the posts of others; public (Comments API, "Permissions"; roles): whoever may
 * write and not read sees an empty list.
 */
export function mayRead(
	simulation: Simulation,
	caller: CommentsCaller,
	{ author, activity }: { readonly author: string; readonly activity: string },
	operation: Operation,
): boolean {
	const { organization, person } = feedScopes.read;
	const held = [organization, person].filter((pair) => holds(simulation, caller, pair));
	if (held.length === 0) throw deniedComments(caller, operation);
	const { type, id } = parseUrn('image', 'author', author, actorTypes);
	const { memberId } = caller.bearer;
	if (type === 'person') {
		if (held.includes(person) && id === memberId) return true;
		throw refusals.unauthorizedOn(activity);
	}
	const roles = rolesOf(simulation.world.organizations[id], memberId);
	if (held.includes(organization) && roles.some((role) => readingRoles.includes(role))) return true;
	if (held.includes(organization) && roles.includes('RECRUITING_POSTER')) return false;
	throw refusals.unauthorizedOn(activity);
}
