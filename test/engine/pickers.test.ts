import type { INodeListSearchResult, INodeParameters } from 'n8n-workflow';

import { APP_RECIPES } from '../../linkedin/api/appRecipes';
import { markers } from '../simulator';
import { manyAccounts, manyPages } from '../simulator/people/world';
import { CREDENTIAL_TYPE, NODE_TYPE } from './lab';
import {
	ACCOUNT,
	ACCOUNT_OF_OTHERS,
	byList,
	byUrn,
	HICCUP,
	KINDS,
	OWNER,
	PAGE,
	scene,
} from './scene';

const { calls, credential, engine, entries, linkedIn, plan, requests, resource } = scene();

const EVERYTHING = ['openid', 'profile', 'w_member_social', 'rw_organization_admin', 'r_ads'];
const POSTER = 'urn:li:organization:5583111';
const PARAMETERS = {
	searchOwners: 'owner',
	searchPages: 'page',
	searchAdAccounts: 'associatedAccount',
	searchLibrary: 'urn',
} as const;

interface Ask {
	readonly filter?: string;
	readonly paginationToken?: string;
	readonly scopes?: readonly string[];
	readonly parameter?: string;
	readonly parameters?: INodeParameters;
}

/** What the editor shows when somebody opens the list. */
function ask(
	method: keyof typeof PARAMETERS,
	{ scopes = EVERYTHING, ...more }: Ask = {},
): Promise<INodeListSearchResult> {
	return engine.listSearch({
		type: NODE_TYPE,
		method,
		parameter: PARAMETERS[method],
		...more,
		credentials: { c: { type: CREDENTIAL_TYPE, data: credential({ scopes }) } },
	});
}

/** All pages, as the editor asks for them when one scrolls down. */
async function scroll(method: keyof typeof PARAMETERS) {
	let page = await ask(method);
	const pages = [page];
	while (page.paginationToken !== undefined) {
		page = await ask(method, { paginationToken: page.paginationToken });
		pages.push(page);
	}
	return { pages: pages.length, results: pages.flatMap(({ results }) => results) };
}

const you = { name: 'Ada Example (you)', value: OWNER };

describe('owners', () => {
	test('are you, and the pages that you may post for', async () => {
		expect(await ask('searchOwners')).toEqual({
			results: [
				you,
				{ name: 'Page with an admin', value: PAGE },
				{ name: 'Page with a sponsored content poster', value: POSTER },
			],
		});
		expect(requests('userinfo')).toHaveLength(1);
	});

	test.each([
		['admin', [PAGE]],
		['SPONSORED', [POSTER]],
		['5583', [POSTER]],
		['ada', [OWNER]],
		['EXAMPLE', [OWNER]],
		['nobody', []],
	])('are found by "%s"', async (filter, found) => {
		const { results } = await ask('searchOwners', { filter });
		expect(results.map(({ value }) => value)).toEqual(found);
	});

	test('of a post are also the pages that you may write for, but not upload for', async () => {
		const { results } = await ask('searchOwners', {
			parameter: 'author',
			parameters: { resource: 'post' },
		});
		expect(results.map(({ name }) => name)).toContain('Page with a content admin');
	});

	test('of a comment are also the pages that you may comment for, but not post for', async () => {
		const roles = { m3mbEr_1: ['RECRUITING_POSTER'] };
		linkedIn.populate({ organizations: { 7: { name: 'Jobs', roles } } });
		const asked = { parameter: 'actor', parameters: { resource: 'comment' } };
		expect((await ask('searchOwners', asked)).results).toEqual([
			you,
			{ name: 'Jobs', value: 'urn:li:organization:7' },
		]);
		expect((await ask('searchOwners')).results).toEqual([you]);
	});

	test.each(['react', 'unreact'])(
		'of a post’s %s are the pages that may comment',
		async (operation) => {
			const jobs = { m3mbEr_1: ['RECRUITING_POSTER'] };
			const content = { m3mbEr_1: ['CONTENT_ADMINISTRATOR'] };
			linkedIn.populate({
				organizations: { 7: { name: 'Jobs', roles: jobs }, 8: { name: 'News', roles: content } },
			});
			const asked = { parameter: 'actor', parameters: { resource: 'post', operation } };
			expect((await ask('searchOwners', asked)).results).toEqual([
				you,
				{ name: 'Jobs', value: 'urn:li:organization:7' },
			]);
		},
	);

	test('a role that was only asked for is none', async () => {
		linkedIn.populate({
			organizations: {
				'1': {
					name: 'Asked for',
					roles: { m3mbEr_1: ['ADMINISTRATOR'] },
					states: { m3mbEr_1: 'REQUESTED' },
				},
			},
		});
		expect(await ask('searchOwners')).toEqual({ results: [you] });
	});

	test.each(['given', 'omitted'] as const)('come page by page (links: %s)', async (aclLinks) => {
		linkedIn.configure({ readings: { aclLinks } });
		linkedIn.populate({ organizations: manyPages(250) });
		const { pages, results } = await scroll('searchOwners');
		expect(pages).toBe(3);
		expect(results).toHaveLength(251);
		expect(new Set(results.map(({ value }) => value)).size).toBe(251);
		expect(results[250]?.name).toBe('Page 250');
	});

	test('of a later page are found at once', async () => {
		linkedIn.populate({ organizations: manyPages(250) });
		const { results } = await ask('searchOwners', { filter: 'Page 249' });
		expect(results.map(({ name }) => name)).toEqual(['Page 249']);
	});

	test('without the right to list pages are you: what may not be listed is no entry', async () => {
		const scopes = ['openid', 'profile', 'w_member_social'];
		expect(await ask('searchOwners', { scopes })).toEqual({ results: [you] });
	});

	test('without OpenID Connect you come from the profile', async () => {
		const scopes = ['r_basicprofile', 'rw_organization_admin'];
		const { results } = await ask('searchOwners', { scopes });
		expect(results.map(({ value }) => value)).toEqual([OWNER, PAGE, POSTER]);
		expect(results[0]).toEqual(you);
		expect(requests('userinfo')).toEqual([]);
	});

	test('without either are the pages', async () => {
		const { results } = await ask('searchOwners', { scopes: ['rw_organization_admin'] });
		expect(results.map(({ value }) => value)).toEqual([PAGE, POSTER]);
	});

	test.each(Object.entries(APP_RECIPES).filter(([app]) => app !== 'custom'))(
		'of the app "%s" begin with you',
		async (_, { scopes }) => {
			expect((await ask('searchOwners', { scopes })).results[0]).toEqual(you);
		},
	);

	test.each([429, 503])('%d for the list of pages is told, in LinkedIn’s words', async (status) => {
		const body = { status, message: 'Come back later' };
		plan('organizationAcls', { kind: 'status', status, body }, { call: 'every' });
		await expect(ask('searchOwners')).rejects.toMatchObject({
			httpCode: String(status),
			description: expect.stringContaining('LinkedIn said: "Come back later"') as string,
		});
	});

	test.each([429, 403, 503])('%d for the pages’ names leaves the pages', async (status) => {
		plan('organizations', status, { call: 'every' });
		const { results } = await ask('searchOwners');
		expect(results.map(({ value }) => value)).toEqual([OWNER, PAGE, POSTER]);
	});

	test.each([
		{ aclLinks: 'omitted', pagingTotal: 'given' },
		{ aclLinks: 'given', pagingTotal: 'omitted' },
	] as const)('come whole where LinkedIn gives less than was asked for: %j', async (readings) => {
		linkedIn.configure({ readings: { ...readings, aclCount: 'fewer' } });
		linkedIn.populate({ organizations: manyPages(60) });
		const { pages, results } = await scroll('searchOwners');
		expect(pages).toBe(3);
		expect(results).toHaveLength(61);
	});

	test('with neither are an error that says what is missing, and shows no secret', async () => {
		const refused = ask('searchOwners', { scopes: ['w_organization_social'] });
		await expect(refused).rejects.toMatchObject({
			message: expect.stringContaining('"openid"') as string,
			description: expect.stringContaining('Connect a credential whose') as string,
		});
		const text = await refused.catch((error: unknown) => JSON.stringify(error));
		expect(text).not.toContain(markers.accessToken);
	});
});

describe('pages', () => {
	const page = (more: Ask = {}) =>
		ask('searchPages', { parameters: { resource: 'page' }, ...more });

	test('are those in which you have any role, and not you', async () => {
		const roles = { m3mbEr_1: ['ANALYST'] };
		linkedIn.populate({ organizations: { 1: { name: 'Analysed', roles } } });
		expect(await page()).toEqual({
			results: [{ name: 'Analysed', value: 'urn:li:organization:1' }],
		});
	});

	test('come page by page, and one that was chosen is read', async () => {
		linkedIn.populate({ organizations: manyPages(150) });
		const { results } = await page({ filter: 'Page 149' });
		const urn = 'urn:li:organization:7000149';
		expect(results).toEqual([{ name: 'Page 149', value: urn }]);
		const { json } = await resource('page')('get', { page: byList(urn) }).scopes(...EVERYTHING);
		expect(json).toMatchObject({ urn, name: 'Page 149' });
	});

	test('without the right to list them are an error that says what is missing', async () => {
		await expect(page({ scopes: ['w_member_social'] })).rejects.toMatchObject({
			message: expect.stringContaining('Could not list the pages') as string,
			description: expect.stringContaining('Connect a credential whose') as string,
		});
	});
});

describe('owners where the pages may not be listed', () => {
	const mine = (more: Ask = {}) =>
		ask('searchOwners', { scopes: ['openid', 'profile', 'w_member_social'], ...more });

	test.each([
		['ada', 1],
		['nobody', 0],
	])('are found by "%s"', async (filter, found) => {
		expect((await mine({ filter })).results).toHaveLength(found);
	});

	test('are asked for once more and then given up: a person waits', async () => {
		plan('userinfo', HICCUP, { call: [1, 2] });
		await expect(mine()).rejects.toMatchObject({ httpCode: '503' });
		expect(requests('userinfo')).toHaveLength(2);
	});

	test('an answer without an id is an error, never an owner without one', async () => {
		plan('userinfo', { kind: 'replaceFields', fields: { sub: '' } });
		await expect(mine()).rejects.toMatchObject({
			message: expect.stringContaining('response can’t be used') as string,
		});
	});
});

describe('ad accounts', () => {
	test('are those in which you have a role', async () => {
		linkedIn.populate({
			sponsoredAccounts: {
				'123456789': { name: 'Campaigns', roles: { m3mbEr_1: ['CAMPAIGN_MANAGER'] } },
				'5': { name: 'Trials', roles: { m3mbEr_1: ['VIEWER'] }, test: true, status: 'DRAFT' },
				'6': { name: 'Of others', roles: { m3mbEr_2: ['ACCOUNT_MANAGER'] } },
			},
		});
		const { results } = await ask('searchAdAccounts');
		expect(results).toHaveLength(2);
		expect(results).toEqual(
			expect.arrayContaining([
				{ name: 'Campaigns (123456789)', value: 'urn:li:sponsoredAccount:123456789' },
				{ name: 'Trials (5, test, DRAFT)', value: 'urn:li:sponsoredAccount:5' },
			]),
		);
	});

	test.each([
		['look', ['urn:li:sponsoredAccount:987654321']],
		['123456', ['urn:li:sponsoredAccount:123456789']],
		['nothing', []],
	])('are found by "%s"', async (filter, found) => {
		const { results } = await ask('searchAdAccounts', { filter });
		expect(results.map(({ value }) => value)).toEqual(found);
	});

	test.each([
		['cursor', 3],
		['index', 4],
	] as const)('come page by page (by %s)', async (adAccountsPaging, count) => {
		linkedIn.configure({ readings: { adAccountsPaging } });
		linkedIn.populate({ sponsoredAccounts: manyAccounts(250) });
		const { pages, results } = await scroll('searchAdAccounts');
		expect(pages).toBe(count);
		expect(new Set(results.map(({ value }) => value)).size).toBe(250);
	});

	test('of a later page are found at once, and a search that finds nothing ends', async () => {
		linkedIn.populate({ sponsoredAccounts: manyAccounts(1500) });
		const found = await ask('searchAdAccounts', { filter: 'Account 949' });
		expect(found.results.map(({ name }) => name)).toEqual(['Account 949 (500000949)']);
		const before = calls().length;
		const none = await ask('searchAdAccounts', { filter: 'nothing' });
		expect(none.results).toEqual([]);
		// Further down one may scroll.
		expect(none.paginationToken).toBeDefined();
		expect(calls()).toHaveLength(before + 10);
	});

	test('without the scope are an error that names the kind of app', async () => {
		await expect(ask('searchAdAccounts', { scopes: ['w_member_social'] })).rejects.toMatchObject({
			message: expect.stringMatching(/^Could not list your ad accounts/) as string,
			description: expect.stringContaining(
				'LinkedIn App is "Company Pages and Ad Accounts"',
			) as string,
		});
	});
});

describe.each(KINDS)('media from the library: %s', (kind) => {
	const form = { resource: kind, operation: 'updateLibrary', associatedAccount: byUrn(ACCOUNT) };
	const scopes = ['r_ads', 'rw_ads', 'w_organization_social', 'r_organization_social'];
	const library = (more: Ask = {}) => ask('searchLibrary', { scopes, parameters: form, ...more });

	test('are those of the ad account in the form, by their names; one that was chosen is read', async () => {
		const [plain = ''] = entries(kind, { name: 'Spring' });
		const [old = ''] = entries(kind, { name: 'Winter', mediaLibraryStatus: 'ARCHIVED' });
		entries(kind, { account: 'urn:li:sponsoredAccount:987654321', name: 'Of another account' });
		const { results } = await library();
		expect(results).toHaveLength(2);
		expect(results).toEqual(
			expect.arrayContaining([
				{ name: 'Spring', value: plain },
				{ name: 'Winter (ARCHIVED)', value: old },
			]),
		);
		const { json } = await resource(kind)('get', { urn: byList(plain) });
		expect(json.urn).toBe(plain);
	});

	test('are found by a part of their name, also on a later page', async () => {
		entries(kind, { count: 150 });
		entries(kind, { names: ['Wanted one'] });
		entries(kind, { count: 150 });
		const { results } = await library({ filter: 'wanted' });
		expect(results.map(({ name }) => name)).toEqual(['Wanted one']);
	});

	test('come page by page', async () => {
		entries(kind, { count: 150 });
		const first = await library();
		const second = await library({ paginationToken: first.paginationToken });
		const all = [...first.results, ...second.results].map(({ value }) => value);
		expect([first.results.length, new Set(all).size]).toEqual([100, 150]);
		expect(second.paginationToken).toBeUndefined();
	});

	test.each([
		['none was chosen', byUrn(''), 'Choose an ad account first'],
		['an expression', byUrn('={{ $json.account }}'), 'The ad account is an expression'],
		['no ad account', byUrn('urn:li:person:1'), 'Ad Account "urn:li:person:1"'],
	])('%s: says what to do, and asks LinkedIn for nothing', async (_, associatedAccount, words) => {
		await expect(library({ parameters: { ...form, associatedAccount } })).rejects.toMatchObject({
			message: expect.stringContaining(words) as string,
		});
		expect(calls()).toEqual([]);
	});

	test('of an account in which you have no role are an error that says so', async () => {
		const parameters = { ...form, associatedAccount: byUrn(ACCOUNT_OF_OTHERS) };
		await expect(library({ parameters })).rejects.toMatchObject({ httpCode: '403' });
	});
});
