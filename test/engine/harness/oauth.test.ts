import { NodeApiError } from 'n8n-workflow';
import type { ICredentialType, IDataObject, IHttpRequestOptions } from 'n8n-workflow';
import { defineNode, runNode, startEngine } from '.';
import type { Engine, RunNodeResult } from '.';
import {
	CLIENT_SECRET,
	NEW_TOKEN,
	OLD_TOKEN,
	REFRESH_TOKEN,
	startOAuthServer,
} from './oauthServer';
import type { OAuthServer } from './oauthServer';

const SECRETS = [OLD_TOKEN, NEW_TOKEN, REFRESH_TOKEN, CLIENT_SECRET];
const EXCEPT_401: IHttpRequestOptions['ignoreHttpStatusErrors'] = { ignore: true, except: [401] };

const hidden = (name: string, value: string): ICredentialType['properties'][number] => ({
	displayName: name,
	name,
	type: 'hidden',
	default: value,
});

const credentialType: ICredentialType = {
	name: 'testOAuth2Api',
	displayName: 'Test OAuth2 API',
	extends: ['oAuth2Api'],
	properties: [
		{ displayName: 'Base URL', name: 'baseUrl', type: 'string', default: '' },
		hidden('grantType', 'authorizationCode'),
		hidden('authUrl', '={{$self["baseUrl"]}}/authorization'),
		hidden('accessTokenUrl', '={{$self["baseUrl"]}}/token'),
		hidden('authentication', 'body'),
	],
};

let caught: unknown;

/** Calls with the credential and keeps the error that n8n gave it. */
const caller = defineNode(
	{
		name: 'caller',
		credentials: [{ name: 'testOAuth2Api', required: true }],
		properties: [
			{ displayName: 'URL', name: 'url', type: 'string', default: '' },
			{ displayName: 'Request', name: 'request', type: 'json', default: '{}' },
		],
	},
	async (context) => {
		const options = JSON.parse(
			context.getNodeParameter('request', 0) as string,
		) as Partial<IHttpRequestOptions>; // what the test below wrote
		try {
			const response = (await context.helpers.httpRequestWithAuthentication.call(
				context,
				'testOAuth2Api',
				{
					method: 'POST',
					url: context.getNodeParameter('url', 0) as string,
					body: { a: 1 },
					json: true,
					...options,
				},
			)) as IDataObject; // the server's JSON, or n8n's envelope around it
			return [{ json: response }];
		} catch (error) {
			caught = error;
			throw error;
		}
	},
);

let server: OAuthServer;
let engine: Engine;

beforeAll(async () => {
	server = await startOAuthServer();
	engine = await startEngine({
		binaryMode: 'default',
		nodeTypes: { caller },
		credentialTypes: [credentialType],
	});
});

afterAll(async () => {
	await engine.close();
	await server.close();
});

async function call(
	path: string,
	options: Partial<IHttpRequestOptions> = {},
	oauthTokenData: IDataObject = { access_token: OLD_TOKEN, refresh_token: REFRESH_TOKEN },
): Promise<RunNodeResult> {
	server.calls.length = 0;
	caught = undefined;
	const result = await runNode(engine, {
		type: 'test.caller',
		parameters: { url: `${server.url}${path}`, request: JSON.stringify(options) },
		credentials: {
			testOAuth2Api: {
				baseUrl: server.url,
				clientId: 'client',
				clientSecret: CLIENT_SECRET,
				oauthTokenData,
			},
		},
	});
	// Whatever happened, nothing that n8n stores, shows or logs names a secret.
	for (const secret of SECRETS) expect(result.visible()).not.toContain(secret);
	return result;
}

function apiError(): NodeApiError {
	if (!(caught instanceof NodeApiError)) throw new Error('the node caught no NodeApiError');
	return caught;
}

test('a 401 is refreshed with the client in the body, stored, and the call repeated', async () => {
	const result = await call('/fresh');

	expect(result.status).toBe('success');
	expect(result.items[0]?.json).toEqual({ ok: true });
	expect(server.calls.map(({ path, authorization }) => [path, authorization])).toEqual([
		['/fresh', `Bearer ${OLD_TOKEN}`],
		['/token', undefined],
		['/fresh', `Bearer ${NEW_TOKEN}`],
	]);
	expect(Object.fromEntries(new URLSearchParams(server.calls[1]?.body))).toEqual({
		grant_type: 'refresh_token',
		refresh_token: REFRESH_TOKEN,
		client_id: 'client',
		client_secret: CLIENT_SECRET,
	});
	expect(result.credentials.testOAuth2Api).toMatchObject({
		clientSecret: CLIENT_SECRET,
		oauthTokenData: {
			access_token: NEW_TOKEN,
			refresh_token: REFRESH_TOKEN,
			n8n_expires_at: expect.stringMatching(/^\d{13}$/) as string, // jest's type is any
		},
	});
	// What the credential type resolves is not written into the stored credential.
	expect(result.credentials.testOAuth2Api).not.toHaveProperty('accessTokenUrl');
});

describe('a full response', () => {
	test.each([
		['ignoring every status', true, '/fresh', 401],
		['ignoring every status', true, '/403', 403],
		['all but 401', EXCEPT_401, '/fresh', 200],
		['all but 401', EXCEPT_401, '/403', 403],
		['all but 401', EXCEPT_401, '/426', 426],
	])('%s (%j): %s gives %i', async (_name, ignoreHttpStatusErrors, path, statusCode) => {
		const result = await call(path, { returnFullResponse: true, ignoreHttpStatusErrors });

		expect(result.items[0]?.json).toMatchObject({
			statusCode,
			headers: { 'x-li-uuid': 'request-1' },
			body: statusCode === 200 ? { ok: true } : { message: `the API says ${statusCode}` },
		});
	});
});

describe.each([false, EXCEPT_401])('with ignoreHttpStatusErrors %j', (ignoreHttpStatusErrors) => {
	const options = { returnFullResponse: true, ignoreHttpStatusErrors };

	test('a 401 after the refresh keeps the answer in the cause', async () => {
		await call('/401', options);

		expect(server.calls.map(({ path }) => path)).toEqual(['/401', '/token', '/401']);
		expect(apiError()).toMatchObject({
			httpCode: '401',
			message: 'Authorization failed - please check your credentials',
			description: 'the API says 401',
			context: { data: { status: 401, code: 'CODE', message: 'the API says 401' } },
			cause: {
				name: 'AxiosError',
				response: { status: 401, headers: { 'x-li-uuid': 'request-1' } },
			},
		});
	});

	test('a 401 without refresh token loses the answer', async () => {
		await call('/401', options, { access_token: OLD_TOKEN });

		expect(server.calls).toHaveLength(1);
		expect(apiError()).toMatchObject({
			httpCode: null,
			message:
				'OAuth access token expired and no refresh token is available. Please reconnect the credentials.',
			context: {},
		});
		expect(apiError().cause).not.toHaveProperty('response');
	});

	test('a refused refresh asks to reconnect', async () => {
		await call('/401', options, { access_token: OLD_TOKEN, refresh_token: 'revoked' });

		expect(server.calls.map(({ path }) => path)).toEqual(['/401', '/token']);
		expect(apiError()).toMatchObject({
			httpCode: null,
			message: 'The credential "testOAuth2Api" needs to be reconnected.',
			cause: { name: 'NodeOperationError' },
		});
	});

	test('a reset connection has the code as httpCode', async () => {
		await call('/reset', options);

		expect(apiError()).toMatchObject({ httpCode: 'ECONNRESET', cause: { code: 'ECONNRESET' } });
	});
});

test('a redirect takes the token to another origin unless it is not followed', async () => {
	await call('/redirect');
	expect(server.calls[1]).toMatchObject({
		path: '/fresh',
		host: expect.stringMatching(/^localhost:/) as string, // jest's type is any
		authorization: `Bearer ${OLD_TOKEN}`,
	});

	await call('/redirect', { disableFollowRedirect: true });
	expect(server.calls).toHaveLength(1);
	expect(apiError().httpCode).toBe('307');
});

test.each([403, 426])('a thrown %i has the answer in context.data', async (status) => {
	await call(`/${status}`, { returnFullResponse: true });

	expect(apiError()).toMatchObject({
		httpCode: String(status),
		description: `the API says ${status}`,
		context: { data: { status, code: 'CODE' } },
	});
});

test('the token is in the cause of a thrown error, and only there', async () => {
	await call('/403');

	expect(apiError()).toHaveProperty('cause.config.headers.Authorization', `Bearer ${OLD_TOKEN}`);
	expect(Object.keys(apiError())).not.toContain('cause');
	expect(JSON.stringify(apiError())).not.toContain(OLD_TOKEN);
});
