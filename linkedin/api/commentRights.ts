import type { Requirement } from './requirement';

/**
 * LinkedIn's Comments API page, "Permissions": the `_feed` scopes, and those that they were called
 * before June 2023 (Community Management migration guide). Which of the old ones still do is not
 * documented, and with them the unversioned API may.
 */
const WRITE_FOR_PAGE: Requirement = {
	scopes: ['w_organization_social_feed'],
	formerly: ['w_organization_social'],
	role: 'you must be an administrator, a direct sponsored content poster or a recruiting poster of that page (Page > Settings > Manage admins)',
};
const WRITE_AS_MEMBER: Requirement = {
	scopes: ['w_member_social_feed'],
	formerly: ['w_member_social'],
	role: 'the author must be the member who connected the credential',
};

const OF_PAGE = {
	scopes: ['r_organization_social_feed'],
	formerly: ['r_organization_social'],
} as const;
const OF_MEMBER = { scopes: ['r_member_social_feed'], formerly: ['r_member_social'] } as const;
const PARTNERS = 'LinkedIn grants "r_member_social_feed" to selected partners only';

const READ_OF_PAGE: Requirement = {
	...OF_PAGE,
	role: 'you must be an administrator or a direct sponsored content poster of the post’s page (Page > Settings > Manage admins)',
};
const READ_OF_MEMBER: Requirement = { ...OF_MEMBER, role: PARTNERS, closed: true };
/** Of a post whose author is unknown. */
const READ_OF_ANYBODY: Requirement = {
	scopes: [...OF_PAGE.scopes, ...OF_MEMBER.scopes],
	formerly: [...OF_PAGE.formerly, ...OF_MEMBER.formerly],
	role: 'comments on a page’s post can be read by its administrators and direct sponsored content posters, comments on a member’s post only with "r_member_social_feed", which LinkedIn grants to selected partners only',
	byOwner: true,
};

/** "Organization Social Action Notifications" page, "Permissions". */
const NOTIFICATIONS: Requirement = {
	scopes: ['rw_organization_admin'],
	role: 'you must be an administrator of that page (Page > Settings > Manage admins)',
};

/**
 * @param right `writeComment` of an owner, who comments; `readComment` of the post's author
 * @param ownerType `person`, `organization`; undefined if the owner is unknown
 * @returns undefined for every other right
 */
export function commentRequirement(
	right: string,
	ownerType: string | undefined,
): Requirement | undefined {
	if (right === 'readNotifications') return NOTIFICATIONS;
	if (right === 'writeComment') {
		return ownerType === 'organization' ? WRITE_FOR_PAGE : WRITE_AS_MEMBER;
	}
	if (right !== 'readComment') return undefined;
	if (ownerType === undefined) return READ_OF_ANYBODY;
	return ownerType === 'organization' ? READ_OF_PAGE : READ_OF_MEMBER;
}
