import { refusals } from '../core/catalogue';
import type { Simulation } from '../core/simulation';
import { feedScopes, holdsFeedScope, type FeedScope } from '../comments/feedScopes';
import { rolesOf } from '../people/world';
import type { Caller } from '../rules/controlPlane';
import { parseUrn } from '../rules/urn';

const readingRoles = ['ADMINISTRATOR', 'DIRECT_SPONSORED_CONTENT_POSTER'];
const writingRoles = [...readingRoles, 'RECRUITING_POSTER'];

/** Whether the caller's scopes count; with the former names it is a reading. */
function holds({ settings }: Simulation, { bearer }: Caller, scope: FeedScope): boolean {
	return holdsFeedScope(bearer, scope, settings.readings.oldReactionScopes);
}

/**
 * public (Reactions, Comments, "Permissions"): who acts as whom. public (seen by others): a token
 * without any of the scopes is refused by the gateway. assumed: who may not act as the actor, with 403.
 */
export function requireActor(simulation: Simulation, caller: Caller, call: string): string {
	const { version, query } = caller;
	const denied = refusals.notEnoughPermissions(`${call}.${version}01`);
	const { organization, person } = feedScopes.write;
	if (![organization, person].some((scope) => holds(simulation, caller, scope))) throw denied;
	return requireSelf(simulation, caller, query.text('actor'), denied);
}

export function requireSelf(
	simulation: Simulation,
	caller: Caller,
	text: string,
	denied: Error,
): string {
	const { organization, person } = feedScopes.write;
	const { memberId } = caller.bearer;
	const actor = parseUrn('image', 'actor', text, ['person', 'organization']);
	if (actor.type === 'person') {
		if (actor.id !== memberId || !holds(simulation, caller, person)) throw denied;
		return actor.text;
	}
	const roles = rolesOf(simulation.world.organizations[actor.id], memberId);
	const may = holds(simulation, caller, organization);
	if (!may || !roles.some((role) => writingRoles.includes(role))) throw denied;
	return actor.text;
}

/** public (Comments, "Permissions"): who reads what happens below the posts of an author. */
export function mayReadBelow(simulation: Simulation, caller: Caller, author: string): boolean {
	const { organization, person } = feedScopes.read;
	const { memberId } = caller.bearer;
	const [, , type, id = ''] = author.split(':');
	if (type !== 'organization') return id === memberId && holds(simulation, caller, person);
	const roles = rolesOf(simulation.world.organizations[id], memberId);
	const may = holds(simulation, caller, organization);
	return may && roles.some((role) => readingRoles.includes(role));
}
