import type { ICredentialDataDecryptedObject, IDataObject, INodeParameters } from 'n8n-workflow';

import { LinkedInMediaOAuth2Api } from '../../credentials/LinkedInMediaOAuth2Api.credentials';
import { recordOf } from '../../linkedin/api/parse';
import { fixture } from '../fixtures/make';
import { appOf, type AppKind } from '../simulator';
import { openConnecting, type Connecting } from './connecting';
import { savedByForm } from './credentialForm';
import { byUrn, item, openLab, told, type Lab } from './lab';

/**
 * From an empty credential to the first post, for each kind of app: the form as a person leaves it,
 * LinkedIn's portal with one product for each app, the consent page, and then the steps of the README.
 */

let n8n: Connecting;
let lab: Lab;
beforeAll(async () => {
	n8n = await openConnecting();
});
afterEach(() => lab.close());
afterAll(() => n8n.close());

/** What a person types, and LinkedIn's answer, as n8n stores it. */
async function connected(typed: INodeParameters): Promise<ICredentialDataDecryptedObject> {
	const { app, url } = lab.simulator;
	const fields = savedByForm(new LinkedInMediaOAuth2Api(), {
		clientId: app.clientId,
		clientSecret: app.clientSecret,
		...typed,
	});
	const oauthTokenData = await n8n.connect(lab.simulator, fields);
	return { ...fields, useCustomBaseUrls: true, apiBaseUrl: url, oauthBaseUrl: url, oauthTokenData };
}

const files = item({
	data: { content: fixture('talk.mp4'), fileName: 'talk.mp4' },
	image: { content: fixture('picture.png'), fileName: 'picture.png' },
});

/** The json of the first item; a failure in the words that the user reads. */
async function run(
	credential: ICredentialDataDecryptedObject,
	parameters: INodeParameters,
): Promise<IDataObject> {
	const result = await lab.run({ credential, parameters, items: [files] });
	if (result.error) throw new Error(told(result));
	return result.items[0]?.json ?? {};
}

const account = { resource: 'account', operation: 'get' };
const upload = (owner: string, more: INodeParameters = {}): INodeParameters => ({
	resource: 'video',
	operation: 'upload',
	owner: byUrn(owner),
	...more,
});
const post = (author: string): INodeParameters => ({
	resource: 'post',
	operation: 'create',
	author: byUrn(author),
	commentary: 'Hello #world',
	binaryPropertyName: 'image',
	contentType: 'image',
	mediaSource: 'binaryData',
});
const urnOf = (value: unknown): string => {
	const { urn } = recordOf(Array.isArray(value) ? (value as unknown[])[0] : value);
	if (typeof urn !== 'string') throw new Error('there is no URN');
	return urn;
};

async function open(app: AppKind): Promise<void> {
	lab = await openLab('default', { app: appOf(app) });
}

test('with the form untouched: your own video and post', async () => {
	await open('share');
	const credential = await connected({});
	const { member } = await run(credential, account);
	await run(credential, upload(urnOf(member)));
	const { url } = await run(credential, post(urnOf(member)));
	expect(url).toContain('https://www.linkedin.com/feed/update/urn:li:share:');
	expect(lab.simulator.posts()[0]).toMatchObject({ hashtags: ['world'], visible: true });
});

test('of Community Management: the page’s video and post, and yours', async () => {
	await open('communityManagement');
	const credential = await connected({ app: 'communityManagement' });
	const { member, pages } = await run(credential, account);
	for (const urn of [urnOf(pages), urnOf(member)]) {
		await run(credential, upload(urn));
		await run(credential, post(urn));
	}
	expect(lab.simulator.posts().map(({ author }) => author)).toEqual([urnOf(pages), urnOf(member)]);
});

test('of Advertising: the page’s video with a library entry, which the library shows', async () => {
	await open('advertising');
	const credential = await connected({ app: 'advertising' });
	const { pages, adAccounts } = await run(credential, account);
	const associatedAccount = byUrn(urnOf(adAccounts));
	const libraryEntry = { associatedAccount, assetName: 'Talk' };
	const { urn } = await run(credential, upload(urnOf(pages), { libraryEntry }));
	const entry = await run(credential, {
		resource: 'video',
		operation: 'findByAccount',
		associatedAccount,
	});
	expect(entry).toMatchObject({ urn, assetName: 'Talk' });
	await run(credential, post(urnOf(pages)));
});

test('the wrong kind of app: LinkedIn refuses to connect, before anything is lost', async () => {
	await open('share');
	const { oauthTokenData } = await connected({ app: 'communityManagement' });
	expect(oauthTokenData).toEqual({ error: 'unauthorized_scope_error' });
});

describe('two credentials on one app', () => {
	test('with different scopes end each other’s tokens, and the error says so', async () => {
		await open('advertising');
		const first = await connected({ app: 'advertising' });
		const { pages } = await run(first, account);
		const second = await connected({ app: 'advertising', extras: ['adStatistics'] });
		await expect(run(first, upload(urnOf(pages)))).rejects.toThrow(
			/connection has expired[\s\S]*another credential uses the same LinkedIn app with different scopes/,
		);
		await run(second, upload(urnOf(pages)));
		// Connected anew, the first one works, and the second has ended.
		await run(await connected({ app: 'advertising' }), upload(urnOf(pages)));
		await expect(run(second, account)).rejects.toThrow('connection has expired');
	});

	test('with the same scopes live side by side', async () => {
		await open('advertising');
		const first = await connected({ app: 'advertising' });
		const second = await connected({ app: 'advertising' });
		for (const credential of [first, second, first]) await run(credential, account);
	});
});
