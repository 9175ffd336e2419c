import type { IExecuteFunctions, ILoadOptionsFunctions } from 'n8n-workflow';

import { NEWEST_TESTED_VERSION } from '../../../linkedin/api/versions';
import { Problem } from '../../../linkedin/problem';
import { cancelSignal, CREDENTIAL, readConnection } from '../../../nodes/transport/connection';
import { failureOf } from '../api/support';

const FIELDS = {
	apiBaseUrl: 'https://api.linkedin.com',
	apiVersion: '202607',
	oauthTokenData: { access_token: 'a' },
};

function callerWith(credential: unknown): IExecuteFunctions {
	const caller = {
		getCredentials: (name: string) =>
			name === CREDENTIAL
				? Promise.resolve(credential)
				: Promise.reject(new Error(`no credential ${name}`)),
	};
	return caller as unknown as IExecuteFunctions;
}
const read = (changes: Record<string, unknown> = {}) =>
	readConnection(callerWith({ ...FIELDS, ...changes }));
const tokenOf = async (token: Record<string, unknown>) =>
	(await read({ oauthTokenData: { access_token: 'a', ...token } })).token;

test('the credential’s address, version and token facts are read, its secrets are not', async () => {
	const secret = { clientSecret: 's3cret', oauthTokenData: { access_token: 's3cret' } };
	const connection = await read(secret);
	expect(connection).toEqual({
		app: 'share',
		baseUrl: 'https://api.linkedin.com',
		version: { configured: '202607', current: '202607' },
		token: { hasRefreshToken: false },
		findings: {},
	});
	expect(JSON.stringify(connection)).not.toContain('s3cret');
});

test.each([
	[202607, '202607', '202607'],
	['2026-07', '2026-07', '202607'],
	['latest', 'latest', NEWEST_TESTED_VERSION],
	['', '', NEWEST_TESTED_VERSION],
	[undefined, '', NEWEST_TESTED_VERSION],
])('the version %j is read as %s, and means %s', async (apiVersion, configured, current) => {
	const { version } = await read({ apiVersion });
	expect(version).toEqual({ configured, current });
});

test.each([
	[{ apiBaseUrl: undefined }, 'https://api.linkedin.com'],
	[{ apiBaseUrl: '' }, 'https://api.linkedin.com'],
	[{ apiBaseUrl: 'https://gateway.example/linkedin/' }, 'https://gateway.example/linkedin'],
])('%j is the base URL %s', async (changes, baseUrl) => {
	expect((await read(changes)).baseUrl).toBe(baseUrl);
});

test.each([
	[{ apiBaseUrl: 'http://api.linkedin.com' }],
	[{ apiBaseUrl: 'api.linkedin.com' }],
	[{ apiBaseUrl: ' ' }],
])('no token goes to %j', async (changes) => {
	const problem = await failureOf(Problem, () => read(changes));
	expect(problem.message).toBe('"API Base URL" in the credential can’t be used');
});

test.each([[undefined], [null], ['text'], [{}], [{ access_token: '' }], [{ refresh_token: 'r' }]])(
	'a credential with the token data %j is not connected',
	async (oauthTokenData) => {
		const problem = await failureOf(Problem, () => read({ oauthTokenData }));
		expect(problem.message).toBe('The credential is not connected to LinkedIn yet');
		expect(problem.description).toContain('connect your account');
	},
);

describe('the token', () => {
	test.each([
		['r', true],
		['', false],
		[undefined, false],
	])('with the refresh token %j can be renewed: %s', async (refresh_token, expected) => {
		expect(await tokenOf({ refresh_token })).toEqual({ hasRefreshToken: expected });
	});

	test.each([
		['1800000000000', 1_800_000_000_000],
		[1_800_000_000_000, 1_800_000_000_000],
		['soon', undefined],
		['', undefined],
		[null, undefined],
		[-1, undefined],
	])('ends at %j: %s', async (n8n_expires_at, expected) => {
		expect((await tokenOf({ n8n_expires_at })).expiresAt).toBe(expected);
	});

	test.each([
		['openid,profile,w_member_social', ['openid', 'profile', 'w_member_social']],
		['openid profile  w_member_social ', ['openid', 'profile', 'w_member_social']],
		['', undefined],
		[undefined, undefined],
	])('was granted %j: %j', async (scope, expected) => {
		expect((await tokenOf({ scope })).grantedScopes).toEqual(expected);
	});
});

test('executions can be cancelled, pickers cannot', () => {
	const { signal } = new AbortController();
	const execution = { getExecutionCancelSignal: () => signal } as unknown as IExecuteFunctions;
	expect(cancelSignal(execution)).toBe(signal);
	expect(cancelSignal({} as ILoadOptionsFunctions)).toBeUndefined();
});
