import { request } from 'undici';

import { LinkedInMediaOAuth2Api } from '../../credentials/LinkedInMediaOAuth2Api.credentials';
import { productScopes } from '../simulator';
import { CREDENTIAL_TYPE, expectClean, item, NODE_TYPE, openLab, talk, type Lab } from './lab';
import { runNode, startEngine, defineNode, type Engine } from './harness';

/** A node that only shows the credential as n8n decrypts and resolves it for nodes. */
const showCredential = defineNode(
	{ name: 'show', credentials: [{ name: CREDENTIAL_TYPE, required: true }] },
	async (context) => [{ json: { ...(await context.getCredentials(CREDENTIAL_TYPE)) } }],
);

let lab: Lab;
let shower: Engine;
beforeAll(async () => {
	lab = await openLab();
	shower = await startEngine({
		binaryMode: 'default',
		nodeTypes: { show: showCredential },
		credentialTypes: [new LinkedInMediaOAuth2Api()],
	});
});
beforeEach(() => lab.simulator.reset());
afterAll(() => Promise.all([lab.close(), shower.close()]));

async function resolved(fields: Record<string, unknown>): Promise<Record<string, unknown>> {
	const result = await runNode(shower, {
		type: 'test.show',
		credentials: {
			[CREDENTIAL_TYPE]: JSON.parse(JSON.stringify(fields)) as Record<string, string>,
		},
	});
	return result.items[0]?.json ?? {};
}

const { share, communityManagement, advertising } = productScopes;

describe('the scopes asked for', () => {
	test.each<[string, Record<string, unknown>, readonly string[]]>([
		['by default: Share on LinkedIn', {}, share],
		['Advertising alone', { products: ['advertising'] }, advertising],
		[
			'several products, none twice',
			{ products: ['share', 'communityManagement', 'advertising'] },
			[...new Set([...share, ...communityManagement, ...advertising])],
		],
		[
			'further ones as free text, in any spelling',
			{ products: ['advertising'], additionalScopes: ' w_power_creators, r_ads\nr_more ' },
			[...advertising, 'w_power_creators', 'r_more'],
		],
		['nothing', { products: [] }, []],
	])('%s', async (_, fields, scopes) => {
		const { scope } = await resolved(fields);
		expect(
			String(scope)
				.split(' ')
				.filter((one) => one !== '')
				.sort(),
		).toEqual([...scopes].sort());
	});
});

test('LinkedIn’s own addresses by default, client and secret in the body', async () => {
	expect(await resolved({})).toMatchObject({
		grantType: 'authorizationCode',
		authentication: 'body',
		authUrl: 'https://www.linkedin.com/oauth/v2/authorization',
		accessTokenUrl: 'https://www.linkedin.com/oauth/v2/accessToken',
		apiBaseUrl: 'https://api.linkedin.com',
		apiVersion: '202607',
	});
	expect(await resolved({ oauthBaseUrl: 'http://127.0.0.1:1234/' })).toMatchObject({
		authUrl: 'http://127.0.0.1:1234/oauth/v2/authorization',
		accessTokenUrl: 'http://127.0.0.1:1234/oauth/v2/accessToken',
	});
});

test('the form: what a person sees and in which order', () => {
	const visible = new LinkedInMediaOAuth2Api().properties.filter(({ type }) => type !== 'hidden');
	expect(visible.map(({ name, type }) => [name, type])).toEqual([
		['expiryNotice', 'notice'],
		['products', 'multiOptions'],
		['additionalScopes', 'string'],
		['apiVersion', 'string'],
		['apiBaseUrl', 'string'],
		['oauthBaseUrl', 'string'],
	]);
	expect(visible[0]?.displayName).toContain('60 days');
});

test('the whole dance: authorize with the resolved scope, exchange the code, upload', async () => {
	const fields = await resolved({ products: ['share'], oauthBaseUrl: lab.simulator.url });
	const redirectUri = 'http://127.0.0.1:5678/rest/oauth2-credential/callback';
	const query = new URLSearchParams({
		response_type: 'code',
		client_id: lab.simulator.app.clientId,
		redirect_uri: redirectUri,
		scope: String(fields.scope),
		state: 'st4te',
	});
	const page = await request(`${String(fields.authUrl)}?${query.toString()}`);
	const back = new URL(String(page.headers.location));
	expect(back.searchParams.get('state')).toBe('st4te');
	const answer = await request(String(fields.accessTokenUrl), {
		method: 'POST',
		headers: { 'content-type': 'application/x-www-form-urlencoded' },
		body: new URLSearchParams({
			grant_type: 'authorization_code',
			code: back.searchParams.get('code') ?? '',
			redirect_uri: redirectUri,
			client_id: lab.simulator.app.clientId,
			client_secret: lab.simulator.app.clientSecret,
		}).toString(),
	});
	expect(answer.statusCode).toBe(200);
	const oauthTokenData = (await answer.body.json()) as Record<string, string>;
	const result = await lab.run({
		credential: lab.credential({}, { oauthTokenData }),
		items: [item({ data: talk() })],
	});
	expectClean(lab, result);
	expect(result.error).toBeUndefined();
	expect(NODE_TYPE).toContain('linkedInMedia');
});
