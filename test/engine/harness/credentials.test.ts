import type { ICredentialType, IDataObject, INodeProperties } from 'n8n-workflow';
import { defineNode, runNode, startEngine } from '.';
import type { Engine } from '.';

const property = (
	name: string,
	type: INodeProperties['type'],
	value: INodeProperties['default'],
): INodeProperties => ({ displayName: name, name, type, default: value });

/** Computed with what n8n's expressions accept in every engine it has: no `}}` inside, no statement. */
const SCOPE = [
	'={{ [...new Set([...$self["products"].map((product) => ({',
	"share: 'openid profile w_member_social', advertising: 'r_ads rw_ads'",
	'})[product]), $self["additionalScopes"]]',
	".join(' ').split(/[\\s,]+/).filter((scope) => scope !== ''))].join(' ') }}",
].join(' ');

const credentialType: ICredentialType = {
	name: 'scopedOAuth2Api',
	displayName: 'Scoped',
	extends: ['oAuth2Api'],
	properties: [
		{
			...property('products', 'multiOptions', ['share']),
			options: ['share', 'advertising'].map((value) => ({ name: value, value })),
		},
		property('additionalScopes', 'string', ''),
		property('baseUrl', 'string', 'https://www.linkedin.com'),
		property('scope', 'hidden', SCOPE),
		property('authUrl', 'hidden', '={{$self["baseUrl"]}}/oauth/v2/authorization'),
		property('authentication', 'hidden', 'body'),
	],
};

const shows = defineNode(
	{ name: 'shows', credentials: [{ name: 'scopedOAuth2Api' }] },
	async (context) => [{ json: await context.getCredentials('scopedOAuth2Api') }],
);

let engine: Engine;

beforeAll(async () => {
	engine = await startEngine({
		binaryMode: 'default',
		nodeTypes: { shows },
		credentialTypes: [credentialType],
	});
});

afterAll(async () => {
	await engine.close();
});

const resolve = async (data: Record<string, string | string[]>): Promise<IDataObject> => {
	const { items, error } = await runNode(engine, {
		type: 'test.shows',
		credentials: { scopedOAuth2Api: data },
	});
	expect(error).toBeUndefined();
	return items[0]?.json ?? {};
};

test('defaults of the type and of its parents stand where nothing is stored', async () => {
	expect(await resolve({})).toMatchObject({
		products: ['share'],
		grantType: 'authorizationCode',
		authentication: 'body',
		scope: 'openid profile w_member_social',
		authUrl: 'https://www.linkedin.com/oauth/v2/authorization',
	});
});

test('hidden properties are computed from the stored ones', async () => {
	const data = {
		products: ['share', 'advertising'],
		additionalScopes: 'r_more, w_member_social  r_ads\nr_last',
		baseUrl: 'http://127.0.0.1:8080',
	};
	expect(await resolve(data)).toMatchObject({
		scope: 'openid profile w_member_social r_ads rw_ads r_more r_last',
		authUrl: 'http://127.0.0.1:8080/oauth/v2/authorization',
	});
});

test('a stored value does not replace an endpoint that the type owns', async () => {
	expect(
		await resolve({ authUrl: 'https://elsewhere.example', authentication: 'header' }),
	).toMatchObject({
		authUrl: 'https://www.linkedin.com/oauth/v2/authorization',
		authentication: 'body',
	});
});
