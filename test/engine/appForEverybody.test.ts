import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { LinkedInMediaOAuth2Api } from '../../credentials/LinkedInMediaOAuth2Api.credentials';
import { LinkedInMedia } from '../../nodes/LinkedInMedia/LinkedInMedia.node';
import { appOf, startSimulator, type Simulator } from '../simulator';
import { openConnecting } from './connecting';
import { savedByForm } from './credentialForm';
import { runNode, startEngine, type Engine } from './harness';
import { CREDENTIAL_TYPE, NODE_TYPE, requests } from './lab';

/** LinkedIn as the administrator's app sees it, and a server that a user may enter in its place. */
let linkedIn: Simulator;
let other: Simulator;
beforeAll(async () => {
	[linkedIn, other] = await Promise.all([
		startSimulator({ app: appOf('share') }),
		startSimulator(),
	]);
});
beforeEach(() => Promise.all([linkedIn.reset(), other.reset()]));
afterAll(() => Promise.all([linkedIn.close(), other.close()]));

/** An n8n whose administrator has set this app for all credentials. */
async function withApp<T>(use: (n8n: Engine) => Promise<T>): Promise<T> {
	const { app, url } = linkedIn;
	const n8n = await startEngine({
		binaryMode: 'default',
		nodeTypes: { [NODE_TYPE]: new LinkedInMedia() },
		credentialTypes: [new LinkedInMediaOAuth2Api()],
		credentialOverwrites: {
			[CREDENTIAL_TYPE]: {
				clientId: app.clientId,
				clientSecret: app.clientSecret,
				useCustomBaseUrls: true,
				apiBaseUrl: url,
				oauthBaseUrl: url,
				accessTokenUrl: `${url}/oauth/v2/accessToken`,
			},
		},
	});
	try {
		return await use(n8n);
	} finally {
		await n8n.close();
	}
}

/** *Account: Get* with a credential that stores its token, and these values. */
async function account(stored: ICredentialDataDecryptedObject) {
	const oauthTokenData = { ...linkedIn.issueToken({ scopes: ['openid', 'profile'] }) };
	return await withApp((n8n) =>
		runNode(n8n, {
			type: NODE_TYPE,
			parameters: { resource: 'account', operation: 'get' },
			credentials: { [CREDENTIAL_TYPE]: { ...stored, oauthTokenData } },
		}),
	);
}

test('a credential that stores nothing but its token uses the app that is set for everybody', async () => {
	const { items, error } = await account({});
	expect(error).toBeUndefined();
	expect(items[0]?.json).toMatchObject({ member: { name: 'Ada Example' }, app: 'share' });
	expect(requests(linkedIn, 'oauth.introspectToken')).toHaveLength(1);
});

test('its secret never goes to an OAuth Base URL that a user has entered', async () => {
	const { items, error } = await account({ useCustomBaseUrls: true, oauthBaseUrl: other.url });
	expect(error).toBeUndefined();
	expect(items[0]?.json.tokenExpiresAt).toEqual(expect.any(String));
	expect(requests(linkedIn, 'oauth.introspectToken')).toHaveLength(1);
	expect(other.journal).toEqual([]);
});

test('the kind of app and its entries of Also Allow are set for everybody too', async () => {
	const n8n = await openConnecting({ app: 'communityManagement', extras: ['comments'] });
	try {
		const { scope } = await n8n.resolved(savedByForm(new LinkedInMediaOAuth2Api(), {}));
		expect(scope).toContain('w_organization_social_feed');
		expect(scope).not.toContain('openid');
	} finally {
		await n8n.close();
	}
});
