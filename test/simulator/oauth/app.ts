import { markers } from '../core/ids';

/** The developer application that clients present themselves as. */
export interface App {
	readonly clientId: string;
	readonly clientSecret: string;
	/** Registered redirect URLs; `any` takes whatever comes. */
	readonly redirectUris: readonly string[] | 'any';
	/** Scopes of the products that the app was granted. */
	readonly scopes: readonly string[];
}

export const productScopes = {
	share: ['openid', 'profile', 'email', 'w_member_social'],
	communityManagement: [
		'w_organization_social',
		'r_organization_social',
		'rw_organization_admin',
		'w_member_social',
		'r_basicprofile',
	],
	advertising: ['r_ads', 'rw_ads'],
} as const;

export const defaultApp: App = {
	clientId: '86simulator0id',
	clientSecret: `WPL_AP1.${markers.clientSecret}.d0Not1eak`,
	redirectUris: 'any',
	scopes: [...new Set(Object.values(productScopes).flat())],
};
