import type { INodeParameters } from 'n8n-workflow';

import { LinkedInMediaOAuth2Api } from '../../credentials/LinkedInMediaOAuth2Api.credentials';
import { appOf, type AppKind, type Simulator, startSimulator } from '../simulator';
import { formFields, isShown, savedByForm } from './credentialForm';
import { expectClean, item, openLab, talk, type Lab } from './lab';
import { openConnecting, type Connecting } from './connecting';

/** With an app that has Share on LinkedIn, which everybody gets. */
let lab: Lab;
let n8n: Connecting;
/** LinkedIn with one app of each kind. */
let linkedIn: Record<AppKind, Simulator>;
beforeAll(async () => {
	const [communityManagement, advertising] = await Promise.all([
		startSimulator({ app: appOf('communityManagement') }),
		startSimulator({ app: appOf('advertising') }),
	]);
	lab = await openLab('default', { app: appOf('share') });
	linkedIn = { share: lab.simulator, communityManagement, advertising };
	n8n = await openConnecting();
});
beforeEach(() => lab.simulator.reset());
afterAll(() =>
	Promise.all([
		lab.close(),
		linkedIn.communityManagement.close(),
		linkedIn.advertising.close(),
		n8n.close(),
	]),
);

const words = (text: string) => text.split(' ').filter((word) => word !== '');

/** The scopes that a credential with these stored values asks LinkedIn for, in the alphabet's order. */
async function scopesOf(fields: Record<string, unknown>): Promise<string[]> {
	return words(String((await n8n.resolved(fields)).scope)).sort();
}

const SHARE = words('openid profile email w_member_social').sort();
const PAGES = words(
	'w_member_social w_organization_social r_organization_social rw_organization_admin r_basicprofile',
).sort();
const ADS = [...PAGES, 'r_ads', 'rw_ads'].sort();
const COMMENTS = words(
	'w_organization_social_feed r_organization_social_feed w_member_social_feed',
);
const MEMBER_STATISTICS = ['r_member_postAnalytics'];
const AD_STATISTICS = ['r_ads_reporting'];

/** Each choice of *LinkedIn App*: what it asks for, and what each entry of *Also Allow* adds to it. */
const CHOICES = new Map<unknown, { scopes: string[]; extras: Map<string, string[]> }>([
	['share', { scopes: SHARE, extras: new Map() }],
	[
		'communityManagement',
		{
			scopes: PAGES,
			extras: new Map([
				['comments', COMMENTS],
				['memberStatistics', MEMBER_STATISTICS],
			]),
		},
	],
	['advertising', { scopes: ADS, extras: new Map([['adStatistics', AD_STATISTICS]]) }],
	['custom', { scopes: [], extras: new Map() }],
]);
/** Stored values of *LinkedIn App* that are none of its choices: they count as the default. */
const NO_CHOICE = [undefined, null, '', 'Share', 'linkedin', 'constructor', '__proto__'];
const EXTRAS = ['comments', 'memberStatistics', 'adStatistics'];
const EVERYTHING = [...SHARE, ...ADS, ...COMMENTS, ...MEMBER_STATISTICS, ...AD_STATISTICS].join(
	' ',
);

const granted = (token: Record<string, string>) => words(token.scope ?? token.error ?? '').sort();

describe('a form in which nothing was touched but client ID and secret', () => {
	const saved = () =>
		savedByForm(new LinkedInMediaOAuth2Api(), {
			clientId: lab.simulator.app.clientId,
			clientSecret: lab.simulator.app.clientSecret,
		});

	test('stores these two and no default', () => {
		expect(Object.keys(saved()).sort()).toEqual(['clientId', 'clientSecret']);
	});

	test('asks for what everybody may have, exactly', async () => {
		expect(await scopesOf(saved())).toEqual(SHARE);
	});

	test('connects to an app that has Share on LinkedIn', async () => {
		expect(granted(await n8n.connect(lab.simulator, saved()))).toEqual(SHARE);
	});

	test('and then a video goes up', async () => {
		const oauthTokenData = await n8n.connect(lab.simulator, saved());
		const result = await lab.run({
			credential: lab.credential({}, { oauthTokenData }),
			items: [item({ data: talk() })],
		});
		expectClean(lab, result);
		expect(result.error).toBeUndefined();
	});
});

describe('LinkedIn App', () => {
	test.each([
		['share', 'share', SHARE],
		['share', 'communityManagement', ['unauthorized_scope_error']],
		['share', 'advertising', ['unauthorized_scope_error']],
		['communityManagement', 'share', ['unauthorized_scope_error']],
		['communityManagement', 'communityManagement', PAGES],
		// An app with Advertising has the page scopes too.
		['communityManagement', 'advertising', PAGES],
		['advertising', 'share', ['unauthorized_scope_error']],
		['advertising', 'communityManagement', ['unauthorized_scope_error']],
		['advertising', 'advertising', ADS],
	] satisfies Array<[string, AppKind, string[]]>)(
		'%s with an app of the kind %s',
		async (app, kind, outcome) => {
			expect(granted(await n8n.connect(linkedIn[kind], { app }))).toEqual(outcome);
		},
	);

	test.each(NO_CHOICE)('%p counts as the default', async (app) => {
		expect(await scopesOf({ app })).toEqual(SHARE);
		expect(granted(await n8n.connect(linkedIn.share, { app }))).toEqual(SHARE);
	});

	test('is chosen in the form and stored', () => {
		expect(savedByForm(new LinkedInMediaOAuth2Api(), { app: 'advertising' })).toEqual({
			app: 'advertising',
		});
	});
});

describe('Also Allow', () => {
	test.each([
		['communityManagement', ['comments'], [...PAGES, ...COMMENTS]],
		['communityManagement', ['memberStatistics'], [...PAGES, ...MEMBER_STATISTICS]],
		[
			'communityManagement',
			['comments', 'memberStatistics'],
			[...PAGES, ...COMMENTS, ...MEMBER_STATISTICS],
		],
		['advertising', ['adStatistics'], [...ADS, ...AD_STATISTICS]],
	] satisfies Array<[AppKind, string[], string[]]>)(
		'%s with %p connects to its own kind of app',
		async (app, extras, scopes) => {
			expect(granted(await n8n.connect(linkedIn[app], { app, extras }))).toEqual(
				[...scopes].sort(),
			);
		},
	);

	const choices = [...CHOICES.keys()];
	test.each(choices.flatMap((from) => [...choices, ...NO_CHOICE].map((to) => [from, to] as const)))(
		'what is left over from %s does not count for %p',
		async (from, to) => {
			const leftOver = [...(CHOICES.get(from)?.extras.keys() ?? [])];
			const { scopes, extras } = CHOICES.get(to) ?? { scopes: SHARE, extras: new Map<never, []>() };
			const counted = from === to ? [...extras.values()].flat() : [];
			expect(await scopesOf({ app: to, extras: leftOver })).toEqual([...scopes, ...counted].sort());
			expect(await scopesOf({ app: to, extras: [...leftOver, ...extras.keys()] })).toEqual(
				[...scopes, ...[...extras.values()].flat()].sort(),
			);
		},
	);

	test.each([undefined, null, [], '', ['constructor'], ['nothing', 'comment']])(
		'%p adds nothing',
		async (extras) => {
			expect(await scopesOf({ app: 'communityManagement', extras })).toEqual(PAGES);
		},
	);

	test.each<[string, boolean]>([
		['share', false],
		['communityManagement', true],
		['advertising', true],
		['custom', false],
	])('is shown for %s: %p', (app, shown) => {
		const extras = formFields(new LinkedInMediaOAuth2Api()).find(({ name }) => name === 'extras');
		expect(extras && isShown(extras, { app })).toBe(shown);
	});
});

describe('Additional Scopes and Omit Scopes', () => {
	test.each<[string, Record<string, unknown>, string[]]>([
		[
			'add, in any spelling and none twice',
			{ app: 'advertising', additionalScopes: ' w_power_creators, r_ads\nr_more ' },
			[...ADS, 'w_power_creators', 'r_more'],
		],
		[
			'take away, in any spelling',
			{ app: 'advertising', omitScopes: ' r_basicprofile,rw_ads\nr_other ' },
			ADS.filter((scope) => !['r_basicprofile', 'rw_ads'].includes(scope)),
		],
		[
			'take away from Also Allow too',
			{ app: 'communityManagement', extras: ['comments'], omitScopes: 'w_member_social_feed' },
			[...PAGES, ...COMMENTS.filter((scope) => scope !== 'w_member_social_feed')],
		],
		[
			'take away what is added beside',
			{ app: 'share', additionalScopes: 'r_ads r_more', omitScopes: 'r_more' },
			[...SHARE, 'r_ads'],
		],
		['take away whole words only', { omitScopes: 'open w_member profile_' }, SHARE],
		['do not take away everything', { omitScopes: EVERYTHING }, SHARE],
		[
			'are all that Custom asks for',
			{ app: 'custom', additionalScopes: 'openid r_ads r_more', omitScopes: 'r_ads' },
			['openid', 'r_more'],
		],
		['that are not named leave Custom with nothing', { app: 'custom', omitScopes: 'openid' }, []],
	])('%s', async (_, fields, scopes) => {
		expect(await scopesOf(fields)).toEqual([...scopes].sort());
	});

	test('Custom with what an app was granted connects, with nothing it does not', async () => {
		const additionalScopes = 'w_organization_social openid';
		expect(
			await n8n.connect(linkedIn.share, { app: 'custom', additionalScopes: 'openid' }),
		).toMatchObject({ scope: 'openid' });
		expect(await n8n.connect(linkedIn.share, { app: 'custom', additionalScopes })).toEqual({
			error: 'unauthorized_scope_error',
		});
		expect(await n8n.connect(linkedIn.share, { app: 'custom' })).toEqual({
			error: 'unauthorized_scope_error',
		});
	});

	test.each([...CHOICES.keys(), ...NO_CHOICE])(
		'whatever is combined with %p, no scope is asked for twice, and some are',
		async (app) => {
			for (const additionalScopes of ['', EVERYTHING]) {
				for (const omitScopes of ['', 'openid r_ads', EVERYTHING]) {
					const scopes = await scopesOf({ app, extras: EXTRAS, additionalScopes, omitScopes });
					expect(new Set(scopes).size).toBe(scopes.length);
					const nothingNamed = app === 'custom' && additionalScopes === '';
					expect(scopes.length > 0).toBe(!nothingNamed);
				}
			}
		},
	);
});

test('LinkedIn’s own addresses by default, client and secret in the body', async () => {
	expect(await n8n.resolved({})).toMatchObject({
		grantType: 'authorizationCode',
		authentication: 'body',
		authUrl: 'https://www.linkedin.com/oauth/v2/authorization',
		accessTokenUrl: 'https://www.linkedin.com/oauth/v2/accessToken',
		apiVersion: '',
	});
});

test('one’s own base URLs count where the switch is on', async () => {
	const own = { apiBaseUrl: 'http://127.0.0.1:1', oauthBaseUrl: 'http://127.0.0.1:1234/' };
	expect(await n8n.resolved({ ...own, useCustomBaseUrls: true })).toMatchObject({
		apiBaseUrl: 'http://127.0.0.1:1',
		authUrl: 'http://127.0.0.1:1234/oauth/v2/authorization',
		accessTokenUrl: 'http://127.0.0.1:1234/oauth/v2/accessToken',
	});
	// Switched off, what was typed before stays stored, and n8n resolves neither of them.
	const off = await n8n.resolved({ ...own, useCustomBaseUrls: false });
	expect(off).toMatchObject({
		authUrl: 'https://www.linkedin.com/oauth/v2/authorization',
		accessTokenUrl: 'https://www.linkedin.com/oauth/v2/accessToken',
	});
	expect(off).not.toHaveProperty('apiBaseUrl');
	expect(off).not.toHaveProperty('oauthBaseUrl');
});

test('an empty base URL is LinkedIn’s own', async () => {
	const empty = { useCustomBaseUrls: true, apiBaseUrl: '', oauthBaseUrl: '' };
	expect(await n8n.resolved(empty)).toMatchObject({
		authUrl: 'https://www.linkedin.com/oauth/v2/authorization',
		accessTokenUrl: 'https://www.linkedin.com/oauth/v2/accessToken',
	});
});

describe('the form', () => {
	const { properties } = new LinkedInMediaOAuth2Api();
	const visible = properties.filter(({ type }) => type !== 'hidden');

	test('what a person sees and in which order', () => {
		expect(visible.map(({ name, type }) => [name, type])).toEqual([
			['app', 'options'],
			['extras', 'multiOptions'],
			['additionalScopes', 'string'],
			['omitScopes', 'string'],
			['apiVersion', 'string'],
			['useCustomBaseUrls', 'boolean'],
			['apiBaseUrl', 'string'],
			['oauthBaseUrl', 'string'],
			['appNotice', 'notice'],
		]);
		expect(visible.at(-1)?.displayName).toContain('60 days');
	});

	test('asks for base URLs only where they are wanted', () => {
		const shown = (values: INodeParameters) =>
			visible.filter((field) => isShown(field, values)).map(({ name }) => name);
		expect(shown({ useCustomBaseUrls: true })).toEqual(
			expect.arrayContaining(['apiBaseUrl', 'oauthBaseUrl']),
		);
		expect(shown({ useCustomBaseUrls: false })).not.toContain('apiBaseUrl');
		expect(shown({ useCustomBaseUrls: false })).not.toContain('oauthBaseUrl');
	});

	test('has each name once: n8n would keep the last of several', () => {
		const names = properties.map(({ name }) => name);
		expect(new Set(names).size).toBe(names.length);
	});

	test('has no field with several choices chosen before: n8n’s form empties it', () => {
		const several = properties.filter(({ type }) => type === 'multiOptions');
		expect(several.map((field) => field.default)).toEqual(several.map(() => []));
	});

	test.each([...CHOICES])('shows the scopes of %s', (value, { scopes }) => {
		const options = visible.find(({ name }) => name === 'app')?.options ?? [];
		const description = options.flatMap((option) =>
			'value' in option && option.value === value ? [option.description ?? ''] : [],
		);
		expect(description).toHaveLength(1);
		for (const scope of scopes) expect(words(description[0] ?? '')).toContain(scope);
	});
});
