import type { Requirement } from './requirement';

/** What reading statistics needs; whose they are makes no difference. */
export type StatisticsRight =
	'readPageStatistics' | 'readMemberStatistics' | 'readVideoStatistics' | 'readAdStatistics';

/** What happens below a post, for whoever does it or whoever's post it is. */
export type OwnerRight = 'react' | 'readCounts';

/** The pages of each kind of statistics, "Permissions". */
export const STATISTICS: Readonly<Record<StatisticsRight, Requirement>> = {
	readPageStatistics: {
		scopes: ['rw_organization_admin'],
		role: 'you must be an administrator of that page (Page > Settings > Manage admins)',
	},
	readMemberStatistics: {
		scopes: ['r_member_postAnalytics'],
		role: 'LinkedIn shows the statistics of a member’s posts to that member only',
	},
	readVideoStatistics: {
		scopes: ['r_organization_social'],
		role: 'you must be an administrator or a direct sponsored content poster of that page (Page > Settings > Manage admins)',
	},
	readAdStatistics: {
		scopes: ['r_ads_reporting'],
		role: 'you need a role in that ad account; viewer is enough',
	},
};

/**
 * "Reactions" and "Social Metadata" pages, "Permissions": by who reacts, and by whose post is read. The
 * page of 2026 lists the `_feed` scopes; those of 2023-07 to 2025-01 list the former ones, and announce
 * that their end is planned for June 2023.
 */
const OF_PAGES: Readonly<Record<OwnerRight, Requirement>> = {
	react: {
		scopes: ['w_organization_social_feed'],
		formerly: ['w_organization_social'],
		role: 'to react as a page, you must be an administrator, a direct sponsored content poster or a recruiting poster of that page (Page > Settings > Manage admins)',
	},
	readCounts: {
		scopes: ['r_organization_social_feed'],
		formerly: ['r_organization_social'],
		role: 'you must be an administrator or a direct sponsored content poster of the page whose post it is (Page > Settings > Manage admins)',
	},
};

const OF_MEMBERS: Readonly<Record<OwnerRight, Requirement>> = {
	react: {
		scopes: ['w_member_social_feed'],
		formerly: ['w_member_social'],
		role: 'you can react only as the member who connected the credential',
	},
	readCounts: {
		scopes: ['r_member_social_feed'],
		formerly: ['r_member_social'],
		role: 'LinkedIn grants "r_member_social_feed" to selected partners only',
		closed: true,
	},
};

/** A post whose author is unknown. */
const ANY_COUNTS: Requirement = {
	scopes: ['r_organization_social_feed', 'r_member_social_feed'],
	formerly: ['r_organization_social', 'r_member_social'],
	role: 'the post must belong to a page of which you are an administrator or a direct sponsored content poster',
	byOwner: true,
};

/** Undefined for a right of another kind. */
export function ownerRightOf(
	right: string,
	ownerType: string | undefined,
): Requirement | undefined {
	if (right !== 'react' && right !== 'readCounts') return undefined;
	if (right === 'readCounts' && ownerType === undefined) return ANY_COUNTS;
	return (ownerType === 'organization' ? OF_PAGES : OF_MEMBERS)[right];
}
