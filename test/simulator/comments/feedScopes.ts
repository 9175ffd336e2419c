import type { Bearer } from '../oauth/tokens';

/** A scope, and what it was called before. */
export type FeedScope = readonly [current: string, former: string];

/**
 * public (Comments, Reactions, Social Metadata, "Permissions"; Community Management migration guide): what
 * happens below posts, by who does it or by whose post it is.
 */
export const feedScopes = {
	write: {
		organization: ['w_organization_social_feed', 'w_organization_social'],
		person: ['w_member_social_feed', 'w_member_social'],
	},
	read: {
		organization: ['r_organization_social_feed', 'r_organization_social'],
		person: ['r_member_social_feed', 'r_member_social'],
	},
} as const satisfies Record<string, Record<string, FeedScope>>;

/** @param former whether the former name counts too: a reading */
export function holdsFeedScope(
	{ scopes }: Bearer,
	[current, old]: FeedScope,
	former: 'accepted' | 'refused',
): boolean {
	return scopes.has(current) || (former === 'accepted' && scopes.has(old));
}
