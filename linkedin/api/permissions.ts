import type { TokenFacts } from './token';

/** What a call needs the right for. */
export type Right = 'uploadVideo' | 'uploadImage' | 'readVideo' | 'readImage' | 'readProfile';

interface Requirement {
	/** One of these scopes must have been granted. */
	readonly scopes: readonly string[];
	/** The product in LinkedIn's developer portal that brings them. */
	readonly product: string;
	/** What the person behind the token must be, as a clause. */
	readonly role?: string;
}

const SHARE = 'Share on LinkedIn';
/** In LinkedIn's portal a product of its own; in the credential it belongs to the one above. */
const SIGN_IN = 'Sign In with LinkedIn using OpenID Connect';
const COMMUNITY = 'Community Management';
const ADVERTISING = 'Advertising';

const PAGE_ROLE =
	'you must be an administrator or a direct sponsored content poster of that page (Page > Settings > Manage admins)';
const ACCOUNT_ROLE =
	'you need a role in that ad account (billing admin, account manager, campaign manager or creative manager)';

const MEMBER_UPLOAD: Requirement = {
	scopes: ['w_member_social'],
	product: SHARE,
	role: 'the owner must be the very member who connected the credential',
};
const PAGE_UPLOAD: Requirement = {
	scopes: ['w_organization_social'],
	product: COMMUNITY,
	role: PAGE_ROLE,
};
const ACCOUNT_UPLOAD: Requirement = {
	scopes: ['rw_ads'],
	product: ADVERTISING,
	role: ACCOUNT_ROLE,
};

/** linkedin-images-api: a token with only `w_member_social` may upload images but not read them. */
const IMAGE_READ: Requirement = {
	scopes: ['rw_ads', 'w_organization_social', 'w_power_creators'],
	product: `${COMMUNITY} or ${ADVERTISING}`,
};

/**
 * What LinkedIn's documents (videos and images, "Permissions") ask for, by right and kind of owner.
 *
 * @param ownerType `person`, `organization`, `sponsoredAccount`; undefined where no owner is known
 */
function requirement(right: Right, ownerType: string | undefined): Requirement {
	if (right === 'readProfile') {
		return { scopes: ['openid'], product: SIGN_IN };
	}
	if (right === 'readImage') {
		return ownerType === 'organization' ? { ...IMAGE_READ, role: PAGE_ROLE } : IMAGE_READ;
	}
	if (ownerType === 'sponsoredAccount') {
		return right === 'readVideo'
			? { ...ACCOUNT_UPLOAD, scopes: ['r_ads', 'rw_ads'] }
			: ACCOUNT_UPLOAD;
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
	const needs = [requirement(right, owner?.split(':')[2])];
	if (account !== undefined) needs.push(libraryRequirement(right, account));
	const { grantedScopes: granted } = token;
	const forWhom = owner === undefined ? '' : ` for ${owner}`;

	const missing = needs.find(
		({ scopes }) => granted && !scopes.some((scope) => granted.includes(scope)),
	);
	if (granted && missing) {
		return {
			what: `the connection lacks the scope ${named(missing.scopes)}${forWhom}`,
			advice: `${scopeAdvice(missing)} Granted are: ${granted.join(', ') || 'none'}.`,
		};
	}
	const roles = needs.map(({ role }) => role).filter((role) => role !== undefined);
	const conditions = roles.length === 0 ? '' : `${capital(roles.join('; '))}. `;
	return {
		what: `LinkedIn does not allow it${forWhom}`,
		advice: granted
			? `${conditions}The scope itself was granted (${needs.map(({ scopes }) => named(scopes)).join(' and ')}).`
			: `${conditions}${needs.map(scopeAdvice).join(' ')}`,
	};
}

function libraryRequirement(right: Right, account: string): Requirement {
	const reading = right === 'readVideo' || right === 'readImage';
	return {
		scopes: reading ? ['r_ads', 'rw_ads'] : ['rw_ads'],
		product: ADVERTISING,
		role: `for the media library of ${account} ${ACCOUNT_ROLE}`,
	};
}

function named(scopes: readonly string[]): string {
	return scopes.map((scope) => `"${scope}"`).join(' or ');
}

function scopeAdvice({ scopes, product }: Requirement): string {
	return `This needs the scope ${named(scopes)} (product "${product}" of your LinkedIn app): tick the product in the credential and connect again.`;
}

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
