/**
 * The kinds of app in LinkedIn's developer portal: *Community Management* is granted only to an app
 * that has no other product, and *Advertising* includes the page scopes. Asking for one scope that
 * the app was not granted fails the whole authorization, so the user chooses the kind.
 *
 * The credential's *LinkedIn App*, its scopes, errors about missing permissions and the table in
 * the docs all come from {@link APP_RECIPES}.
 */
type AppKind = 'share' | 'communityManagement' | 'advertising' | 'custom';

/** What the credential's *Also Allow* adds. */
type AppExtraKind = 'comments' | 'memberStatistics' | 'adStatistics';

interface AppExtra {
	/** As the form shows it. */
	readonly name: string;
	/** What it allows, as a clause without a full stop. */
	readonly use: string;
	readonly scopes: readonly string[];
}

interface AppRecipe extends AppExtra {
	/** What the app's product also includes, but not everybody needs. */
	readonly extras: Readonly<Partial<Record<AppExtraKind, AppExtra>>>;
}

/** Used if nothing was chosen: LinkedIn grants it at once. */
export const DEFAULT_APP = 'share' satisfies AppKind;

const PAGE_SCOPES = [
	'w_organization_social',
	'r_organization_social',
	'rw_organization_admin',
	'w_member_social',
	'r_basicprofile',
];

/** Scopes by product: LinkedIn's "Increasing Access" and "Getting Access". */
export const APP_RECIPES: Readonly<Record<AppKind, AppRecipe>> = {
	share: {
		name: 'Post as Yourself',
		use: 'Upload and post as yourself, with an app that has Share on LinkedIn and Sign In with LinkedIn using OpenID Connect',
		scopes: ['openid', 'profile', 'email', 'w_member_social'],
		extras: {},
	},
	communityManagement: {
		name: 'Company Pages',
		use: 'Upload and post for company pages and as yourself, and read posts of your pages, with an app that has Community Management and no other product',
		scopes: PAGE_SCOPES,
		extras: {
			comments: {
				name: 'Comments',
				use: 'Read and write comments, react to posts and comments, and count both',
				// `r_member_social_feed` is missing: LinkedIn grants it only to selected partners.
				scopes: [
					'w_organization_social_feed',
					'r_organization_social_feed',
					'w_member_social_feed',
				],
			},
			memberStatistics: {
				name: 'Member Statistics',
				use: 'Read the statistics of your own posts and videos',
				scopes: ['r_member_postAnalytics'],
			},
		},
	},
	advertising: {
		name: 'Company Pages and Ad Accounts',
		use: 'Upload and post for company pages and as yourself, read posts of your pages, and use media libraries, the trigger and sponsored posts of ad accounts, with an app that has Advertising and no other product',
		scopes: ['r_ads', 'rw_ads', ...PAGE_SCOPES],
		extras: {
			adStatistics: {
				name: 'Ad Statistics',
				use: 'Read the statistics of ads',
				scopes: ['r_ads_reporting'],
			},
		},
	},
	custom: {
		name: 'Custom',
		use: 'Only the scopes that you enter in Additional Scopes',
		scopes: [],
		extras: {},
	},
};

/**
 * The choices of *LinkedIn App* that meet all of these needs, as an error names them: `"Company
 * Pages" or "Company Pages and Ad Accounts"`. `"Custom"` can request what no other includes.
 *
 * @param needs for each need, the scopes of which one is enough
 */
export function appsWith(...needs: ReadonlyArray<readonly string[]>): string {
	const choices = Object.values(APP_RECIPES).flatMap(({ name, scopes, extras }) => {
		const missing = needs.filter((need) => !bringsOneOf(need, scopes));
		const added = Object.values(extras).filter((extra) =>
			missing.some((need) => bringsOneOf(need, extra.scopes)),
		);
		const isMet = missing.every((need) => added.some((extra) => bringsOneOf(need, extra.scopes)));
		if (!isMet) return [];
		const also = added.map((extra) => `"${extra.name}"`).join(' and ');
		return [also === '' ? `"${name}"` : `"${name}" with ${also}`];
	});
	return choices.length > 0 ? choices.join(' or ') : `"${APP_RECIPES.custom.name}"`;
}

/** @param need scopes of which one is enough */
export function bringsOneOf(need: readonly string[], scopes: readonly string[]): boolean {
	return need.some((scope) => scopes.includes(scope));
}
