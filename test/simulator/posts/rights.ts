import { refusals } from '../core/catalogue';
import type { Simulation } from '../core/simulation';
import { rolesOf } from '../people/world';
import type { Caller } from '../rules/controlPlane';
import { parseUrn, type Urn } from '../rules/urn';
import type { AdContext } from './post';

/** Posts API: CONTENT_ADMIN; Organization Access Control: CONTENT_ADMINISTRATOR. */
const sponsoredRoles = ['ADMINISTRATOR', 'DIRECT_SPONSORED_CONTENT_POSTER'];
const pageRoles = [...sponsoredRoles, 'CONTENT_ADMINISTRATOR', 'CONTENT_ADMIN'];

export const authorTypes = ['person', 'organization'];

/** linkedin-videos-api, "Permissions"; public (Posts API, "Permissions"). */
const scopes = {
	write: { person: 'w_member_social', organization: 'w_organization_social' },
	read: { person: 'r_member_social', organization: 'r_organization_social' },
} as const;

const writing = ['DELETE', 'PARTIAL_UPDATE'] as const;

type Operation = 'GET' | 'BATCH_GET' | 'FINDER-author' | (typeof writing)[number];

/**
 * A token that posts for nobody is refused by the gateway; public (seen by many): one that does not
 * post for this author, by the field.
 */
export function requireAuthor(simulation: Simulation, caller: Caller, author: Urn): void {
	const held = Object.values(scopes.write).some((scope) => caller.bearer.scopes.has(scope));
	if (!held) throw denied(caller, 'CREATE');
	if (!may(simulation, caller, author, 'write')) throw refusals.deniedField('/author');
}

/** Who may read, change or delete the posts of an author. */
export function mayActOn(
	simulation: Simulation,
	caller: Caller,
	author: string,
	operation: Operation,
): boolean {
	const access = writing.some((each) => each === operation) ? 'write' : 'read';
	return may(simulation, caller, parseUrn('image', 'author', author, authorTypes), access);
}

export function denied({ version }: Caller, operation: Operation | 'CREATE') {
	return refusals.notEnoughPermissions(`partnerApiPostsExternal.${operation}.${version}01`);
}

/**
 * assumed: sponsored content needs one of the two roles that upload, and a role in the ad account
 * that does more than look. linkedin-videos-api has `rw_ads` for what is created "for a sponsored
 * account"; LinkedIn's page of the posts does not list it.
 */
export function requireSponsor(
	{ settings, world }: Simulation,
	{ bearer }: Caller,
	author: Urn,
	adContext: AdContext | undefined,
): void {
	if (adContext === undefined) return;
	const adsScope = settings.readings.sponsoredScope === 'social' || bearer.scopes.has('rw_ads');
	if (!adsScope) throw refusals.deniedField('/adContext/dscAdAccount');
	const account = world.sponsoredAccounts[adContext.dscAdAccount.split(':')[3] ?? ''];
	const inAccount = rolesOf(account, bearer.memberId).some((role) => role !== 'VIEWER');
	if (!inAccount) throw refusals.deniedField('/adContext/dscAdAccount');
	const onPage = rolesOf(world.organizations[author.id], bearer.memberId);
	if (!onPage.some((role) => sponsoredRoles.includes(role))) throw refusals.deniedField('/author');
}

function may(
	{ world }: Simulation,
	{ bearer }: Caller,
	author: Urn,
	access: keyof typeof scopes,
): boolean {
	const page = author.type === 'organization';
	if (!bearer.scopes.has(scopes[access][page ? 'organization' : 'person'])) return false;
	if (!page) return author.id === bearer.memberId;
	const roles = rolesOf(world.organizations[author.id], bearer.memberId);
	return roles.some((role) => pageRoles.includes(role));
}
