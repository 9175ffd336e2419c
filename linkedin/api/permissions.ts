import { commentRequirement } from './commentRights';
import { isMet, type Requirement } from './requirement';
import { ownerRightOf, STATISTICS, type OwnerRight, type StatisticsRight } from './socialRights';

/** What a call needs permission for. */
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
	| 'writeComment'
	| 'readComment'
	/** What others do on a page, and with its posts. */
	| 'readNotifications'
	| 'readProfile'
	/** Find, and update, entries of an ad account's media library. */
	| 'readLibrary'
	| 'updateLibrary'
	/** List what pickers show. */
	| 'listPages'
	/** What everybody may see of a page, by its id. */
	| 'readPage'
	| 'listAdAccounts'
	| StatisticsRight
	| OwnerRight;

/** What a call does, and for whom. */
export interface Claim {
	readonly right: Right;
	/** The owner's URN; a post's author. */
	readonly owner?: string;
	/** The ad account of the media library or sponsored post. */
	readonly account?: string;
}

const PAGE_ROLE =
	'you must be an administrator or a direct sponsored content poster of that page (Page > Settings > Manage admins)';
/** Content administrators may post, but do nothing else here. */
const POST_ROLE =
	'you must be an administrator, a content administrator or a direct sponsored content poster of that page (Page > Settings > Manage admins)';
const ACCOUNT_ROLE =
	'you need a role in that ad account (billing admin, account manager, campaign manager or creative manager)';
/** linkedin-videos-api, "Permissions", `r_ads`: a viewer reads, and writes nothing. */
const ACCOUNT_READ_ROLE =
	'you need a role in that ad account (billing admin, account manager, campaign manager, creative manager or viewer)';

const MEMBER_UPLOAD: Requirement = {
	scopes: ['w_member_social'],
	role: 'the owner must be the member who connected the credential',
};
/** linkedin-images-api, "Permissions": `w_power_creators` too gives access to images. */
const MEMBER_IMAGE: Requirement = { ...MEMBER_UPLOAD, ofPartners: ['w_power_creators'] };
/** linkedin-vector-assets-api: `w_compliance` is "on behalf of an authenticated member". */
const MEMBER_ASSET: Requirement = { ...MEMBER_UPLOAD, ofPartners: ['w_compliance'] };
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

/**
 * linkedin-vector-assets-api, "Permissions": the same for every call; they depend on the asset's
 * owner.
 */
const ANY_ASSET: Requirement = {
	scopes: ['w_member_social', 'w_organization_social', 'rw_ads'],
	ofPartners: ['w_compliance'],
};

/** A video or document whose owner is unknown: the owner decides which of these counts. */
const ANY_MEDIA: Requirement = {
	scopes: ['w_member_social', 'w_organization_social', 'r_ads', 'rw_ads'],
	role: 'the media must belong to you, to a page that you administer, or to an ad account in which you have a role',
};

const LIBRARY_READ: Requirement = { scopes: ['r_ads', 'rw_ads'] };

/** LinkedIn's Documents API page, "Permissions": "all GET's" of an ad account's are permitted. */
const ACCOUNT_DOCUMENT: Requirement = {
	scopes: ['w_organization_social', 'r_organization_social', 'r_ads', 'rw_ads'],
	role: ACCOUNT_READ_ROLE,
};

/** LinkedIn's Posts API page, "Permissions". */
const PAGE_POSTS: Requirement = { scopes: ['r_organization_social'], role: POST_ROLE };
const MEMBER_POSTS: Requirement = {
	scopes: ['r_member_social'],
	role: 'LinkedIn grants "r_member_social" to selected partners only',
	closed: true,
};
/** Posts whose author is unknown. */
const ANY_POSTS: Requirement = {
	scopes: ['r_organization_social', 'r_member_social'],
	role: 'a page’s post can be read by its administrators, a member’s post only with "r_member_social", which LinkedIn grants to selected partners only',
	byOwner: true,
};
/** A post whose author is unknown. */
const ANY_POST: Requirement = {
	scopes: ['w_member_social', 'w_organization_social'],
	role: 'the post must be yours or belong to a page that you may post for',
	byOwner: true,
};

/** The permissions that don't concern anyone's media. */
const BY_RIGHT: Readonly<Partial<Record<Right, Requirement>>> = {
	// OpenID Connect's scope, or the profile scope that reviewed products have.
	readProfile: { scopes: ['openid', 'r_basicprofile'] },
	readLibrary: LIBRARY_READ,
	updateLibrary: { scopes: ['rw_ads'] },
	// organization-access-control: the finder for one's own roles.
	listPages: { scopes: ['rw_organization_admin', 'r_organization_admin'] },
	// organization-lookup-api; "Increasing Access": no batch get on the development tier.
	readPage: {
		scopes: ['rw_organization_admin', 'r_organization_admin'],
		role: 'your app must be on LinkedIn’s standard tier, or you must be an administrator of that page',
	},
	// create-and-manage-accounts, "Permissions".
	listAdAccounts: LIBRARY_READ,
	...STATISTICS,
};

/**
 * What LinkedIn's documents (videos and images, "Permissions") require, by permission and kind of
 * owner.
 *
 * @param ownerType `person`, `organization`, `sponsoredAccount`, `sponsoredAdAccount`; undefined if
 * no owner is known
 */
function requirement(right: Right, ownerType: string | undefined): Requirement {
	const byRight = BY_RIGHT[right] ?? ownerRightOf(right, ownerType);
	if (byRight) return byRight;
	const ofComments = commentRequirement(right, ownerType);
	if (ofComments) return ofComments;
	if (right === 'readImage') {
		return ownerType === 'organization' ? { ...IMAGE_READ, role: PAGE_ROLE } : IMAGE_READ;
	}
	if (right === 'readPost') {
		if (ownerType === undefined) return ANY_POSTS;
		return ownerType === 'organization' ? PAGE_POSTS : MEMBER_POSTS;
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
	if (ownerType === 'sponsoredAccount' && right === 'readDocument') return ACCOUNT_DOCUMENT;
	if (ownerType === 'sponsoredAccount') {
		return isLikeVideo ? { ...LIBRARY_READ, role: ACCOUNT_READ_ROLE } : ACCOUNT_UPLOAD;
	}
	if (ownerType === 'organization') return PAGE_UPLOAD;
	if (isAsset) return MEMBER_ASSET;
	return right === 'uploadImage' ? MEMBER_IMAGE : MEMBER_UPLOAD;
}

/** All that a call needs. */
export function needsOf({ right, owner, account }: Claim): Requirement[] {
	const library = account === undefined ? [] : [libraryRequirement(right, account)];
	const ofMedia = right !== 'readLibrary' && right !== 'updateLibrary';
	if (!ofMedia && account !== undefined) return library;
	return [requirement(right, owner?.split(':')[2]), ...library];
}

function libraryRequirement(right: Right, account: string): Requirement {
	const reading = right === 'readVideo' || right === 'readImage' || right === 'readLibrary';
	return {
		scopes: reading ? ['r_ads', 'rw_ads'] : ['rw_ads'],
		role:
			right === 'writePost'
				? `for a sponsored post of ${account} ${ACCOUNT_ROLE}`
				: `for the media library of ${account} ${reading ? ACCOUNT_READ_ROLE : ACCOUNT_ROLE}`,
	};
}

/** Whether these scopes are enough; the person behind the token may still lack a role. */
export function isAllowed(claim: Claim, granted: readonly string[]): boolean {
	return needsOf(claim).every((need) => isMet(need, granted));
}
