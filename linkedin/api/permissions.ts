import { appsWith } from './appRecipes';
import type { TokenFacts } from './token';

/** What a call needs the right for. */
export type Right =
	| 'uploadVideo'
	| 'uploadImage'
	| 'uploadAsset'
	| 'readVideo'
	| 'readImage'
	| 'readAsset'
	| 'uploadDocument'
	| 'readDocument'
	| 'writePost'
	| 'readPost'
	| 'readProfile'
	/** Find, and update, entries of an ad account's media library. */
	| 'readLibrary'
	| 'updateLibrary'
	/** What pickers show. */
	| 'listPages'
	| 'listAdAccounts';

interface Requirement {
	/** One of these scopes must have been granted. */
	readonly scopes: readonly string[];
	/** What the person behind the token must be, as a clause. */
	readonly role?: string;
}

const PAGE_ROLE =
	'you must be an administrator or a direct sponsored content poster of that page (Page > Settings > Manage admins)';
/** Content administrators may post, and nothing else of these. */
const POST_ROLE =
	'you must be an administrator, a content administrator or a direct sponsored content poster of that page (Page > Settings > Manage admins)';
const ACCOUNT_ROLE =
	'you need a role in that ad account (billing admin, account manager, campaign manager or creative manager)';

const MEMBER_UPLOAD: Requirement = {
	scopes: ['w_member_social'],
	role: 'the owner must be the very member who connected the credential',
};
const PAGE_UPLOAD: Requirement = {
	scopes: ['w_organization_social'],
	role: PAGE_ROLE,
};
const ACCOUNT_UPLOAD: Requirement = {
	scopes: ['rw_ads'],
	role: ACCOUNT_ROLE,
};

/** linkedin-images-api: a token with only `w_member_social` may upload images but not read them. */
const IMAGE_READ: Requirement = {
	scopes: ['rw_ads', 'w_organization_social', 'w_power_creators'],
};

/** linkedin-vector-assets-api, "Permissions": the same for every call; by whose asset it is. */
const ANY_ASSET: Requirement = {
	scopes: ['w_member_social', 'w_organization_social', 'rw_ads'],
};

/** A video or document of nobody knows whom: who owns it decides which of these counts. */
const ANY_MEDIA: Requirement = {
	scopes: ['w_member_social', 'w_organization_social', 'r_ads', 'rw_ads'],
	role: 'the media must be yours, of a page that you administer, or of an ad account in which you have a role',
};

const LIBRARY_READ: Requirement = { scopes: ['r_ads', 'rw_ads'] };

/** LinkedIn's Posts API page, "Permissions". */
const POST_READ: Requirement = {
	scopes: ['r_organization_social', 'r_member_social'],
	role: 'posts of pages can be read by their administrators; posts of members only with "r_member_social", which LinkedIn grants to chosen partners',
};
/** A post of nobody knows whom. */
const ANY_POST: Requirement = {
	scopes: ['w_member_social', 'w_organization_social'],
	role: 'the post must be yours, or of a page for which you may post',
};

/** The rights that are nobody's media in particular. */
const BY_RIGHT: Readonly<Partial<Record<Right, Requirement>>> = {
	// OpenID Connect's, or the profile's that the vetted products have.
	readProfile: { scopes: ['openid', 'r_basicprofile'] },
	readPost: POST_READ,
	readLibrary: LIBRARY_READ,
	updateLibrary: { scopes: ['rw_ads'] },
	// organization-access-control: the finder of your own roles.
	listPages: { scopes: ['rw_organization_admin', 'r_organization_admin'] },
	// create-and-manage-accounts, "Permissions".
	listAdAccounts: LIBRARY_READ,
};

/**
 * What LinkedIn's documents (videos and images, "Permissions") ask for, by right and kind of owner.
 *
 * @param ownerType `person`, `organization`, `sponsoredAccount`, `sponsoredAdAccount`; undefined
 * where no owner is known
 */
function requirement(right: Right, ownerType: string | undefined): Requirement {
	const byRight = BY_RIGHT[right];
	if (byRight) return byRight;
	if (right === 'readImage') {
		return ownerType === 'organization' ? { ...IMAGE_READ, role: PAGE_ROLE } : IMAGE_READ;
	}
	if (right === 'writePost' && ownerType === undefined) return ANY_POST;
	if (right === 'writePost' && ownerType === 'organization') {
		return { ...PAGE_UPLOAD, role: POST_ROLE };
	}
	const isAsset = right === 'uploadAsset' || right === 'readAsset';
	if (isAsset && ownerType === undefined) return ANY_ASSET;
	const isLikeVideo = right === 'readVideo' || right === 'readDocument';
	if (isLikeVideo && ownerType === undefined) return ANY_MEDIA;
	if (ownerType === 'sponsoredAdAccount') return ACCOUNT_UPLOAD;
	if (ownerType === 'sponsoredAccount') {
		return isLikeVideo ? { ...ACCOUNT_UPLOAD, scopes: ['r_ads', 'rw_ads'] } : ACCOUNT_UPLOAD;
	}
	return ownerType === 'organization' ? PAGE_UPLOAD : MEMBER_UPLOAD;
}

/** A 403 explained: what is missing, and where to get it. */
export interface Explanation {
	readonly what: string;
	readonly advice: string;
}

/**
 * @param owner the owner's URN, where the call has one
 * @param account the ad account whose media library is asked for, where there is one
 */
export function explainForbidden(
	right: Right,
	owner: string | undefined,
	account: string | undefined,
	token: TokenFacts,
): Explanation {
	const library = account === undefined ? [] : [libraryRequirement(right, account)];
	const ofMedia = right !== 'readLibrary' && right !== 'updateLibrary';
	const needs = [...(ofMedia ? [requirement(right, owner?.split(':')[2])] : []), ...library];
	const { grantedScopes: granted } = token;
	const forWhom = owner === undefined ? '' : ` for ${owner}`;

	const missing = needs.find(
		({ scopes }) => granted && !scopes.some((scope) => granted.includes(scope)),
	);
	if (granted && missing) {
		return {
			what: `the connection lacks the scope ${named(missing.scopes)}${forWhom}`,
			advice: `${scopeAdvice([missing], needs)} Granted are: ${granted.join(', ') || 'none'}.`,
		};
	}
	const roles = needs.map(({ role }) => role).filter((role) => role !== undefined);
	const conditions = roles.length === 0 ? '' : `${capital(roles.join('; '))}. `;
	return {
		what: `LinkedIn does not allow it${forWhom}`,
		advice: granted
			? `${conditions}The scope itself was granted (${needs.map(({ scopes }) => named(scopes)).join(' and ')}).`
			: `${conditions}${scopeAdvice(needs, needs)}`,
	};
}

function libraryRequirement(right: Right, account: string): Requirement {
	const reading = right === 'readVideo' || right === 'readImage' || right === 'readLibrary';
	return {
		scopes: reading ? ['r_ads', 'rw_ads'] : ['rw_ads'],
		role:
			right === 'writePost'
				? `for a sponsored post of ${account} ${ACCOUNT_ROLE}`
				: `for the media library of ${account} ${ACCOUNT_ROLE}`,
	};
}

function named(scopes: readonly string[]): string {
	return scopes.map((scope) => `"${scope}"`).join(' or ');
}

/** @param all every need of the call: an app that meets one and not the others would not do. */
function scopeAdvice(lacking: readonly Requirement[], all: readonly Requirement[]): string {
	const scopes = lacking.map((need) => `the scope ${named(need.scopes)}`).join(' and ');
	const apps = appsWith(...all.map((need) => need.scopes));
	return `This needs ${scopes} (LinkedIn App ${apps} in the credential): connect a credential with an app of that kind.`;
}

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
