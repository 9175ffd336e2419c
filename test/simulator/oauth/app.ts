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

/**
 * public (Increasing Access; Getting Access; Sign In with LinkedIn using OpenID Connect): what an
 * app gets with each product. `share` is Share on LinkedIn with Sign In with LinkedIn using OpenID
 * Connect, the two that are granted at once.
 */
export const productScopes = {
	share: ['openid', 'profile', 'email', 'w_member_social'],
	communityManagement: [
		'r_basicprofile',
		'r_1st_connections_size',
		'r_organization_followers',
		'r_organization_social',
		'w_organization_social',
		'r_organization_social_feed',
		'w_organization_social_feed',
		'rw_organization_admin',
		'w_member_social',
		'w_member_social_feed',
		'r_member_postAnalytics',
		'r_member_profileAnalytics',
	],
	advertising: [
		'r_ads',
		'rw_ads',
		'r_ads_reporting',
		'r_basicprofile',
		'r_1st_connections_size',
		'r_organization_admin',
		'rw_organization_admin',
		'r_organization_social',
		'w_organization_social',
		'w_member_social',
	],
} as const;

/**
 * assumed (readers of the portal): an app has one kind of product. Community Management is greyed
 * out for an app that has another one.
 */
export type AppKind = keyof typeof productScopes;

export function isAppKind(text: string): text is AppKind {
	return Object.hasOwn(productScopes, text);
}

/** An app that was granted this, and nothing else: the option `app` of a simulator. */
export function appOf(kind: AppKind): Pick<App, 'scopes'> {
	return { scopes: productScopes[kind] };
}

/** Granted everything, as no app of the portal is: for tests that are not about that. */
export const defaultApp: App = {
	clientId: '86simulator0id',
	clientSecret: `WPL_AP1.${markers.clientSecret}.d0Not1eak`,
	redirectUris: 'any',
	scopes: [...new Set(Object.values(productScopes).flat())],
};
