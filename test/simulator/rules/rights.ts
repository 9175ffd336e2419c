import { refusals, type AssetKind } from '../core/catalogue';
import type { Simulation } from '../core/simulation';
import type { Bearer } from '../oauth/tokens';
import { rolesOf } from '../people/world';
import { memberReadScopes, readScopes, sharedReadScopes, uploadScopes } from './mediaScopes';
import type { Urn } from './urn';

/** linkedin-videos-api, linkedin-images-api: "the caller needs to have ADMIN or DSC permissions". */
const pageRoles = ['ADMINISTRATOR', 'DIRECT_SPONSORED_CONTENT_POSTER'];

/** linkedin-videos-api: the roles with which `r_ads` reads an account. assumed: VIEWER only reads. */
const writingRoles = [
	'ACCOUNT_BILLING_ADMIN',
	'ACCOUNT_MANAGER',
	'CAMPAIGN_MANAGER',
	'CREATIVE_MANAGER',
];
const readingRoles = [...writingRoles, 'VIEWER'];

const gatewayNames: Readonly<Record<AssetKind, string>> = {
	video: 'partnerApiVideos',
	image: 'partnerApiImages',
	document: 'partnerApiDocuments',
};

export interface Access {
	readonly kind: AssetKind;
	readonly owner: Urn;
	/** What the gateway calls the operation, such as `INITIALIZEUPLOAD`. */
	readonly operation: string;
	/** Absent on the byte plane. */
	readonly version?: number;
}

/** Of a call as such, whoever owns what it asks for. */
export type CallAccess = Omit<Access, 'owner'>;

/** linkedin-videos-api, linkedin-images-api, "Permissions": who may upload for which owner. */
export function requireUploadRights(simulation: Simulation, bearer: Bearer, access: Access): void {
	requireScope(simulation, bearer, access, uploadScopes(simulation, access));
	if (!ownerAllows(simulation, bearer, access.owner, writingRoles)) {
		throw refusals.forbidden(access.kind);
	}
}

/**
 * linkedin-images-api: a token with only `w_member_social` gets 403 on every GET. Reading a video
 * with it is known from others' code only, so it is a reading.
 */
export function requireReadRights(simulation: Simulation, bearer: Bearer, access: Access): void {
	requireReadScope(simulation, bearer, access);
	if (!mayReadOwner(simulation, bearer, access)) throw refusals.forbidden(access.kind);
}

export function requireReadScope(simulation: Simulation, bearer: Bearer, access: CallAccess): void {
	requireScope(simulation, bearer, access, readScopes(simulation, access.kind));
}

/**
 * assumed: what a member's scopes read, where they read, is the member's own. linkedin-videos-api has
 * `w_member_social` "on behalf of authenticated member".
 */
export function mayReadOwner(
	simulation: Simulation,
	bearer: Bearer,
	{ kind, owner }: Pick<Access, 'kind' | 'owner'>,
): boolean {
	const scopes = [
		...sharedReadScopes(kind),
		...(owner.type === 'person' ? memberReadScopes(simulation, kind) : []),
	];
	if (!scopes.some((scope) => bearer.scopes.has(scope))) return false;
	return (
		isOpenToAll(simulation, kind, owner) || ownerAllows(simulation, bearer, owner, readingRoles)
	);
}

/** linkedin-images-api: "For images with SponsoredContentAccount URN owners", in one reading. */
export function isOpenToAll({ settings }: Simulation, kind: AssetKind, owner: Urn): boolean {
	const isTheirs = kind === 'image' && owner.type === 'sponsoredAccount';
	return isTheirs && settings.readings.accountImages === 'everyone';
}

/** linkedin-images-api: `w_member_social` is "sufficient" for it. assumed: of one's own images. */
export function requireLegacyReadRights(
	simulation: Simulation,
	bearer: Bearer,
	access: Access,
): void {
	const members = access.owner.type === 'person' ? ['w_member_social'] : [];
	requireScope(simulation, bearer, access, [...members, ...sharedReadScopes(access.kind)]);
	if (!ownerAllows(simulation, bearer, access.owner, readingRoles)) {
		throw refusals.forbidden(access.kind);
	}
}

/**
 * linkedin-videos-api: metadata belongs to a library of an ad account, which is written with
 * `rw_ads` and a role in that account.
 */
export function requireLibraryRights(
	simulation: Simulation,
	bearer: Bearer,
	access: CallAccess,
	account: Urn,
): void {
	const holder = simulation.world.sponsoredAccounts[account.id];
	if (holder === undefined) throw refusals.invalidUrnId(access.kind);
	requireScope(simulation, bearer, access, ['rw_ads']);
	if (!rolesOf(holder, bearer.memberId).some((role) => writingRoles.includes(role))) {
		throw refusals.forbidden(access.kind);
	}
}

/** The finder of a library. */
export function requireLibraryScope(
	simulation: Simulation,
	bearer: Bearer,
	access: CallAccess,
): void {
	requireScope(simulation, bearer, access, ['r_ads', 'rw_ads']);
}

export function requireLibraryRole(
	simulation: Simulation,
	bearer: Bearer,
	kind: AssetKind,
	account: Urn,
): void {
	if (simulation.world.sponsoredAccounts[account.id] === undefined) {
		throw refusals.invalidUrnId(kind);
	}
	if (!mayReadLibrary(simulation, bearer, account.id)) throw refusals.forbidden(kind);
}

/** linkedin-videos-api: metadata is read with `r_ads` or `rw_ads` and a role in the account. */
export function mayReadLibrary(simulation: Simulation, bearer: Bearer, accountId: string): boolean {
	const roles = rolesOf(simulation.world.sponsoredAccounts[accountId], bearer.memberId);
	const scope = bearer.scopes.has('r_ads') || bearer.scopes.has('rw_ads');
	return scope && roles.some((role) => readingRoles.includes(role));
}

export function requireScope(
	simulation: Simulation,
	bearer: Bearer,
	access: CallAccess,
	scopes: readonly string[],
): void {
	if (scopes.some((scope) => bearer.scopes.has(scope))) return;
	if (simulation.settings.readings.scopeRefusal === 'resource') {
		throw refusals.forbidden(access.kind);
	}
	throw refusals.notEnoughPermissions(gatewayName(access));
}

/** public: the gateway names the call that was refused, such as `partnerApiVideos.GET.20260701`. */
export function gatewayName(access: CallAccess): string {
	const resource = gatewayNames[access.kind];
	const version = access.version === undefined ? 'NO_VERSION' : `${access.version}01`;
	return `${resource}.${access.operation}.${version}`;
}

function ownerAllows(
	{ world }: Simulation,
	bearer: Bearer,
	owner: Urn,
	accountRoles: readonly string[],
): boolean {
	if (owner.type === 'person') return owner.id === bearer.memberId;
	const page = owner.type === 'organization';
	const holder = (page ? world.organizations : world.sponsoredAccounts)[owner.id];
	const enough = page ? pageRoles : accountRoles;
	return rolesOf(holder, bearer.memberId).some((role) => enough.includes(role));
}
