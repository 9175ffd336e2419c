import { refusals } from '../core/catalogue';
import type { Simulation } from '../core/simulation';
import { rolesOf } from '../people/world';
import type { Caller } from '../rules/controlPlane';
import { parseUrn } from '../rules/urn';

const readingRoles = ['ADMINISTRATOR', 'DIRECT_SPONSORED_CONTENT_POSTER'];
const writingRoles = [...readingRoles, 'RECRUITING_POSTER'];

const writeScopes = ['w_member_social_feed', 'w_organization_social_feed'];

/**
 * public (Reactions, Comments, "Permissions"): who acts as whom. public (seen by others): a token
 * without any of the scopes is refused by the gateway. assumed: who may not act as the actor, with 403.
 */
export function requireActor(simulation: Simulation, caller: Caller, call: string): string {
	const { bearer, version, query } = caller;
	const denied = refusals.notEnoughPermissions(`${call}.${version}01`);
	if (!writeScopes.some((scope) => bearer.scopes.has(scope))) throw denied;
	return requireSelf(simulation, caller, query.text('actor'), denied);
}

export function requireSelf(
	{ world }: Simulation,
	{ bearer }: Caller,
	text: string,
	denied: Error,
): string {
	const actor = parseUrn('image', 'actor', text, ['person', 'organization']);
	if (actor.type === 'person') {
		const isSelf = actor.id === bearer.memberId && bearer.scopes.has('w_member_social_feed');
		if (!isSelf) throw denied;
		return actor.text;
	}
	const roles = rolesOf(world.organizations[actor.id], bearer.memberId);
	const may = bearer.scopes.has('w_organization_social_feed');
	if (!may || !roles.some((role) => writingRoles.includes(role))) throw denied;
	return actor.text;
}

/** public (Comments, "Permissions"): who reads what happens below the posts of an author. */
export function mayReadBelow({ world }: Simulation, { bearer }: Caller, author: string): boolean {
	const [, , type, id = ''] = author.split(':');
	if (type !== 'organization') {
		return id === bearer.memberId && bearer.scopes.has('r_member_social_feed');
	}
	const roles = rolesOf(world.organizations[id], bearer.memberId);
	const may = bearer.scopes.has('r_organization_social_feed');
	return may && roles.some((role) => readingRoles.includes(role));
}
