import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { APP_RECIPES, appsWith, DEFAULT_APP } from '../../../linkedin/api/appRecipes';
import { productScopes } from '../../simulator';

describe('the apps that an error names', () => {
	test.each([
		[['openid'], '"Post as Yourself"'],
		[
			['w_member_social'],
			'"Post as Yourself" or "Company Pages" or "Company Pages and Ad Accounts"',
		],
		[['w_organization_social'], '"Company Pages" or "Company Pages and Ad Accounts"'],
		[['r_ads', 'rw_ads'], '"Company Pages and Ad Accounts"'],
		[['w_power_creators', 'rw_ads'], '"Company Pages and Ad Accounts"'],
		[['w_organization_social_feed'], '"Company Pages" with "Comments"'],
		[['r_ads_reporting'], '"Company Pages and Ad Accounts" with "Ad Statistics"'],
		[['r_member_social'], '"Custom"'],
	])('for one of %p', (scopes, apps) => {
		expect(appsWith(scopes)).toBe(apps);
	});

	test('have all that a call needs, not a part of it', () => {
		expect(appsWith(['w_organization_social'], ['rw_ads'])).toBe('"Company Pages and Ad Accounts"');
		expect(appsWith(['openid'], ['rw_ads'])).toBe('"Custom"');
		expect(appsWith(['r_member_postAnalytics'], ['w_member_social_feed'], ['rw_ads'])).toBe(
			'"Custom"',
		);
	});

	test('with everything that is to be allowed besides', () => {
		expect(appsWith(['r_member_postAnalytics'], ['w_member_social_feed'])).toBe(
			'"Company Pages" with "Comments" and "Member Statistics"',
		);
	});
});

describe('a recipe', () => {
	test('is the default that everybody may have', () => {
		expect(DEFAULT_APP).toBe('share');
	});

	// "Increasing Access", by way of the simulator, which has it from there.
	test.each(['share', 'communityManagement', 'advertising'] as const)(
		'%s asks for nothing that its products do not have',
		(app) => {
			const { scopes, extras } = APP_RECIPES[app];
			const all = [scopes, ...Object.values(extras).map((extra) => extra.scopes)].flat();
			expect(all.filter((scope) => !productScopes[app].some((own) => own === scope))).toEqual([]);
			expect(new Set(all).size).toBe(all.length);
		},
	);

	const docs = readFileSync(join(__dirname, '../../../docs/credential.md'), 'utf8').split('\n');
	test.each(Object.values(APP_RECIPES))(
		'$name is in the docs as it is',
		({ name, scopes, extras }) => {
			for (const row of [{ name, scopes }, ...Object.values(extras)]) {
				const line = docs.find((text) => text.startsWith(`| *${row.name}* |`)) ?? '';
				expect(line).not.toBe('');
				const shown = /`([^`]*)`[^`]*$/.exec(line)?.[1] ?? '';
				expect(shown.split(' ').filter((scope) => scope !== '')).toEqual(row.scopes);
			}
		},
	);
});
