import { APP_RECIPES } from '../../linkedin/api/appRecipes';
import { NEWEST_TESTED_VERSION } from '../../linkedin/api/versions';
import { manyPages } from '../simulator/people/world';
import { OWNER, PAGE, scene } from './scene';
import { tokenOf } from './tokenSupport';

const { calls, credential, linkedIn, plan, requests, resource, upload } = scene();
const account = () => resource('account')('get');

const DAY_MS = 24 * 60 * 60 * 1000;
const ADA = { urn: OWNER, name: 'Ada Example' };
const PAGES = [
	{ urn: PAGE, name: 'Page with an admin', role: 'ADMINISTRATOR' },
	{
		urn: 'urn:li:organization:5583111',
		name: 'Page with a sponsored content poster',
		role: 'DIRECT_SPONSORED_CONTENT_POSTER',
	},
	{
		urn: 'urn:li:organization:5515715',
		name: 'Page with a content admin',
		role: 'CONTENT_ADMINISTRATOR',
	},
];
const AD_ACCOUNTS = [
	{ urn: 'urn:li:sponsoredAccount:123456789', name: 'Campaigns' },
	{ urn: 'urn:li:sponsoredAccount:987654321', name: 'Look, do not touch' },
];

describe('with each kind of app', () => {
	const { share, communityManagement, advertising } = APP_RECIPES;
	const byUrn = (list: unknown) =>
		Array.isArray(list)
			? [...(list as Array<{ urn: string }>)].sort((one, other) => (one.urn < other.urn ? -1 : 1))
			: list;

	test.each([
		['share', share.scopes, null, null, 2],
		['communityManagement', communityManagement.scopes, PAGES, null, 1],
		['advertising', advertising.scopes, PAGES, AD_ACCOUNTS, 0],
	] as const)('%s', async (app, scopes, pages, adAccounts, warnings) => {
		const { json } = await account().by(credential({ scopes }, { app }));
		expect(json).toMatchObject({ member: ADA, app, apiVersion: NEWEST_TESTED_VERSION });
		expect(byUrn(json.pages)).toEqual(byUrn(pages));
		expect(byUrn(json.adAccounts)).toEqual(byUrn(adAccounts));
		expect(json.scopes).toEqual(scopes);
		const ofApi = calls().filter((endpoint) => !endpoint.startsWith('oauth.'));
		expect(json.calls).toBe(ofApi.length);
		expect(json.warnings).toHaveLength(warnings);
	});

	test('what may not be read says what is missing', async () => {
		const { json, hints } = await account().scopes(...share.scopes);
		expect(json.warnings).toEqual([
			expect.stringMatching(/^Could not list the pages .*"rw_organization_admin".*"Company Pages"/),
			expect.stringMatching(/^Could not list your ad accounts.*"r_ads" or "rw_ads"/),
		]);
		expect(hints).toEqual(json.warnings);
	});
});

test('the token’s end is LinkedIn’s', async () => {
	const connected = credential();
	const { json } = await account().by(connected);
	const ends = Date.parse(json.tokenExpiresAt as string);
	expect(Math.abs(ends - (Date.now() + 60 * DAY_MS))).toBeLessThan(60_000);
	expect(requests('oauth.introspectToken')).toHaveLength(1);
});

test('LinkedIn is asked for the token once a day, however often it runs', async () => {
	const connected = credential();
	const now = Date.now();
	const clock = jest.spyOn(Date, 'now').mockReturnValue(now);
	const asked: number[] = [];
	for (const hours of [0, 1, 23.9, 24, 25]) {
		clock.mockReturnValue(now + hours * 60 * 60 * 1000);
		await account().by(connected);
		asked.push(requests('oauth.introspectToken').length);
	}
	clock.mockRestore();
	expect(asked).toEqual([1, 1, 1, 2, 2]);
});

test('of many that ask at once one asks', async () => {
	const connected = credential();
	await Promise.all(Array.from({ length: 8 }, () => account().by(connected)));
	expect(requests('oauth.introspectToken')).toHaveLength(1);
});

test('a clock that was set back asks again', async () => {
	const connected = credential();
	const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 3650 * DAY_MS);
	await account().by(connected).ends();
	clock.mockRestore();
	await account().by(connected);
	expect(requests('oauth.introspectToken')).toHaveLength(2);
});

test.each([400, 404, 429, 500])('%d for the ad accounts leaves the rest', async (status) => {
	plan('adAccounts', status, { call: 'every' });
	const { json } = await account()
		.scopes(...APP_RECIPES.advertising.scopes)
		.options({ maxRetries: 0 });
	expect(json).toMatchObject({ member: ADA, adAccounts: null });
	expect(json.pages).toHaveLength(3);
	expect(json.warnings).toEqual([expect.stringMatching(/^Could not list your ad accounts/)]);
	expect(JSON.stringify(json.warnings)).not.toContain('fields of the node');
});

test.each([1e17, 1e30])('an end that is no day (%d) is none', async (n8n_expires_at) => {
	plan('oauth.introspectToken', 500);
	const { access_token } = linkedIn.issueToken({ scopes: ['openid'] });
	const { json } = await account().by(
		credential({}, { oauthTokenData: { access_token, n8n_expires_at } }),
	);
	expect(json.tokenExpiresAt).toBeNull();
});

test('a connection that n8n renews has no end', async () => {
	const { json } = await account().by(credential({ refreshable: true }));
	expect(json.tokenExpiresAt).toBeNull();
	expect(JSON.stringify(json.warnings)).not.toContain('expires');
	expect(requests('oauth.introspectToken')).toEqual([]);
});

test.each([
	['fails', () => plan('oauth.introspectToken', 500)],
	['is not JSON', () => plan('oauth.introspectToken', { kind: 'html' })],
	['breaks off', () => plan('oauth.introspectToken', { kind: 'resetBeforeBody' })],
])('a question for the token that %s: what n8n knows stands for it', async (_, fault) => {
	fault();
	const { json } = await account();
	expect(json.member).toEqual(ADA);
	expect(json.scopes).toContain('w_member_social');
	expect(json.tokenExpiresAt).toEqual(expect.any(String));
});

test.each(['http://example.com', 'https://user:x@example.com', 'nonsense', ' '])(
	'no secret goes to the OAuth address %j',
	async (oauthBaseUrl) => {
		const { json } = await account().by(credential({}, { oauthBaseUrl }));
		expect(json.tokenExpiresAt).toEqual(expect.any(String));
		expect(requests('oauth.introspectToken')).toEqual([]);
	},
);

test('a redirect is not followed: the secrets stay with the OAuth host', async () => {
	const location = `${linkedIn.url}/v2/me`;
	plan('oauth.introspectToken', { kind: 'redirect', location });
	const { json } = await account();
	expect(json.member).toEqual(ADA);
	expect(requests('me')).toEqual([]);
});

test('where nobody knows, the end is null and a warning', async () => {
	plan('oauth.introspectToken', 500);
	const { access_token } = linkedIn.issueToken({ scopes: APP_RECIPES.advertising.scopes });
	const { json } = await account().by(credential({}, { oauthTokenData: { access_token } }));
	expect(json).toMatchObject({ member: ADA, scopes: null, tokenExpiresAt: null });
	expect(json.warnings).toEqual([
		expect.stringContaining('didn’t say when the connection expires'),
	]);
});

test('an ended connection is an error, and an end that is near is told', async () => {
	const ended = credential();
	linkedIn.expireToken(tokenOf(ended));
	await account().by(ended).fails('the LinkedIn connection has expired', 'connect again');
	const near = {
		...linkedIn.issueToken({ scopes: ['openid'], expiresInSeconds: 3 * 86_400 + 60 }),
	};
	const { json } = await account().by(credential({}, { oauthTokenData: near }));
	expect(json.warnings).toContainEqual(expect.stringContaining('expires in 3 days'));
});

test('more pages than are read are told', async () => {
	linkedIn.populate({ organizations: manyPages(1001) });
	const { json } = await account().scopes(...APP_RECIPES.advertising.scopes);
	expect(json.pages).toHaveLength(1000);
	expect(json.warnings).toContain('You have more pages than the 1000 listed here.');
	expect(requests('organizationAcls')).toHaveLength(10);
});

describe('n8n that does not know when a token ends', () => {
	/** As n8n before 2.31 stores it: without the end. */
	const oldCredential = (days: number) => {
		const scopes = ['w_member_social'];
		const token = linkedIn.issueToken({ scopes, expiresInSeconds: days * 86_400 + 60 });
		return credential({}, { oauthTokenData: { ...token } });
	};

	test('LinkedIn says it, once a day, and warnings have it', async () => {
		const connected = oldCredential(6);
		const first = await upload({ content: Buffer.from('x'), fileName: 'x.mp4' })
			.by(connected)
			.options({ checkFile: false })
			.ends();
		expect(first.hints.join()).toContain('expires in 6 days');
		expect(calls()[0]).toBe('oauth.introspectToken');
	});

	test('far from the end nothing is said', async () => {
		const { json, hints } = await account().by(oldCredential(30));
		expect(json.scopes).toEqual(['w_member_social']);
		expect(hints.join()).not.toContain('expires in');
		expect(JSON.stringify(json.warnings)).not.toContain('expires in');
	});
});
