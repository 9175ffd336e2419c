import { markers } from '../../simulator';
import { at, call, textAt, type Answer } from './support/call';
import { assumed, fromPublic, tool } from './support/evidence';
import { useSimulator } from './support/lab';
import { containing, secondsNear } from './support/match';

const redirectUri = 'https://n8n.example/rest/oauth2-credential/callback';
const lab = useSimulator({
	app: { redirectUris: [redirectUri], scopes: ['openid', 'profile', 'w_member_social', 'r_ads'] },
});
const day = 86_400;

/** What a code or a refresh token becomes. */
const usualToken = {
	access_token: containing(markers.accessToken),
	expires_in: 60 * day,
	scope: 'openid profile',
};

type Parameters = Readonly<Record<string, string | undefined>>;

function text(parameters: Parameters): string {
	const form = new URLSearchParams();
	for (const [name, value] of Object.entries(parameters)) {
		if (value !== undefined) form.set(name, value);
	}
	return form.toString();
}

function authorize(parameters: Parameters = {}): Promise<Answer> {
	const query = text({
		response_type: 'code',
		client_id: lab.simulator.app.clientId,
		redirect_uri: redirectUri,
		state: 'st%te & more',
		scope: 'openid profile',
		...parameters,
	});
	return call(`${lab.simulator.url}/oauth/v2/authorization?${query}`);
}

function back(answer: Answer): URL {
	expect(answer.status).toBe(302);
	return new URL(answer.headers.location ?? '');
}

async function code(parameters: Parameters = {}): Promise<string> {
	return back(await authorize(parameters)).searchParams.get('code') ?? '';
}

function accessToken(parameters: Parameters, headers: Parameters = {}): Promise<Answer> {
	const { clientId, clientSecret } = lab.simulator.app;
	return call(`${lab.simulator.url}/oauth/v2/accessToken`, {
		method: 'POST',
		headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
		body: text({ client_id: clientId, client_secret: clientSecret, ...parameters }),
	});
}

function exchange(
	given: string,
	parameters: Parameters = {},
	headers: Parameters = {},
): Promise<Answer> {
	return accessToken(
		{ grant_type: 'authorization_code', code: given, redirect_uri: redirectUri, ...parameters },
		headers,
	);
}

const refresh = (refreshToken: string): Promise<Answer> =>
	accessToken({ grant_type: 'refresh_token', refresh_token: refreshToken });

const userinfo = (token: string): Promise<Answer> =>
	call(`${lab.simulator.url}/v2/userinfo`, { headers: { authorization: `Bearer ${token}` } });

describe('authorization', () => {
	fromPublic('leads back with code and state', async () => {
		const url = back(await authorize());
		expect(url.origin + url.pathname).toBe(redirectUri);
		expect(url.searchParams.get('state')).toBe('st%te & more');
		expect(url.searchParams.get('code')).toContain(markers.authorizationCode);
	});

	fromPublic('a wrong client or redirect URL is told on the page and leads nowhere', async () => {
		for (const wrong of [
			{ client_id: 'other' },
			{ client_id: undefined },
			{ redirect_uri: 'https://evil.example/' },
			{ redirect_uri: `${redirectUri}#x` },
			{ redirect_uri: undefined },
		]) {
			const answer = await authorize(wrong);
			expect([answer.status, answer.headers.location]).toEqual([400, undefined]);
		}
	});

	fromPublic('one scope that the app was not granted fails it all', async () => {
		const url = back(await authorize({ scope: 'openid w_organization_social' }));
		expect(Object.fromEntries(url.searchParams)).toEqual({
			error: 'unauthorized_scope_error',
			error_description:
				'Scope &quot;w_organization_social&quot; is not authorized for your application',
			state: 'st%te & more',
		});
		const { searchParams } = back(await authorize({ scope: 'openid,profile' }));
		expect(searchParams.get('error')).toBe('unauthorized_scope_error');
	});

	assumed('an empty scope fails it too', async () => {
		for (const scope of ['', ' ', undefined]) {
			const { searchParams } = back(await authorize({ scope }));
			expect(searchParams.get('error')).toBe('unauthorized_scope_error');
			expect(searchParams.get('code')).toBeNull();
		}
	});

	fromPublic('response_type is code', async () => {
		expect(back(await authorize({ response_type: 'token' })).searchParams.get('error')).toBe(
			'invalid_request',
		);
	});

	fromPublic('comes by GET', async () => {
		const url = `${lab.simulator.url}/oauth/v2/authorization`;
		expect((await call(url, { method: 'POST' })).status).toBe(405);
	});

	tool('shows a page to allow or cancel on, where asked', async () => {
		lab.simulator.configure({ interactive: true });
		const shown = await authorize({ state: '"><script>' });
		expect([shown.status, shown.headers['content-type']]).toEqual([200, containing('text/html')]);
		expect(shown.text).toContain('Allow');
		expect(shown.text).not.toContain('<script>');
		expect(
			back(await authorize({ simulator_decision: 'allow' })).searchParams.get('code'),
		).toBeTruthy();
	});

	fromPublic('a member who cancels leads back with user_cancelled_authorize', async () => {
		lab.simulator.configure({ interactive: true });
		const url = back(await authorize({ simulator_decision: 'cancel' }));
		expect(url.searchParams.get('error')).toBe('user_cancelled_authorize');
		expect(url.searchParams.get('state')).toBe('st%te & more');
	});

	tool('signs in whom the settings name', async () => {
		lab.simulator.configure({ signedInMember: 'm3mbEr_2' });
		const { json } = await exchange(await code());
		expect(at((await userinfo(textAt(json, 'access_token'))).json, 'sub')).toBe('m3mbEr_2');
	});
});

describe('a code', () => {
	fromPublic('becomes a token of 60 days that works', async () => {
		const { status, json } = await exchange(await code());
		expect([status, json]).toEqual([200, usualToken]);
		expect((await userinfo(textAt(json, 'access_token'))).status).toBe(200);
		lab.simulator.clock.advance(60 * day * 1000);
		expect(at((await userinfo(textAt(json, 'access_token'))).json, 'code')).toBe(
			'EXPIRED_ACCESS_TOKEN',
		);
	});

	fromPublic('is good once', async () => {
		const given = await code();
		expect((await exchange(given)).status).toBe(200);
		const again = await exchange(given);
		expect([again.status, again.json]).toEqual([
			400,
			{
				error: 'invalid_request',
				error_description: 'Unable to retrieve access token: authorization code not found',
			},
		]);
		expect((await exchange('AQmadeup')).status).toBe(400);
	});

	fromPublic('lives 30 minutes, and belongs to its redirect URL', async () => {
		const late = await code();
		lab.simulator.clock.advance(30 * 60_000);
		expect(at((await exchange(late)).json, 'error')).toBe('invalid_redirect_uri');
		const elsewhere = await exchange(await code(), { redirect_uri: 'https://other.example/' });
		expect([elsewhere.status, at(elsewhere.json, 'error')]).toEqual([400, 'invalid_redirect_uri']);
	});

	fromPublic('needs every parameter', async () => {
		for (const name of ['grant_type', 'code', 'redirect_uri', 'client_id', 'client_secret']) {
			const answer = await exchange(await code(), { [name]: undefined });
			expect([answer.status, answer.json]).toEqual([
				400,
				{
					error: 'invalid_request',
					error_description: `A required parameter "${name}" is missing`,
				},
			]);
		}
	});

	fromPublic('needs the client and its secret', async () => {
		for (const wrong of [{ client_id: 'other' }, { client_secret: 'other' }]) {
			const answer = await exchange(await code(), wrong);
			expect([answer.status, answer.json]).toEqual([
				401,
				{ error: 'invalid_client', error_description: 'Client authentication failed' },
			]);
		}
	});

	assumed('does not take the client from an Authorization header', async () => {
		const { clientId, clientSecret } = lab.simulator.app;
		const basic = {
			authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
		};
		const body = { client_id: undefined, client_secret: undefined };
		expect((await exchange(await code(), body, basic)).status).toBe(401);
		expect((await exchange(await code(), {}, basic)).status).toBe(401);
	});

	fromPublic('goes by POST', async () => {
		expect((await call(`${lab.simulator.url}/oauth/v2/accessToken`)).status).toBe(405);
	});

	fromPublic('goes in a form', async () => {
		expect((await exchange(await code(), {}, { 'content-type': 'application/json' })).status).toBe(
			400,
		);
	});

	fromPublic('for other scopes ends the tokens before, for the same it does not', async () => {
		const first = textAt((await exchange(await code())).json, 'access_token');
		await exchange(await code({ scope: 'profile openid' }));
		expect((await userinfo(first)).status).toBe(200);
		await exchange(await code({ scope: 'openid' }));
		expect(at((await userinfo(first)).json, 'code')).toBe('REVOKED_ACCESS_TOKEN');
	});

	fromPublic('comes with token_type in the other reading', async () => {
		lab.simulator.configure({ readings: { tokenType: 'given' } });
		expect(at((await exchange(await code())).json, 'token_type')).toBe('Bearer');
	});
});

describe('a refresh token', () => {
	const approved = async (): Promise<unknown> => {
		lab.simulator.configure({ refreshTokens: true });
		return (await exchange(await code())).json;
	};

	fromPublic('is for approved partners', async () => {
		expect(at((await exchange(await code())).json, 'refresh_token')).toBeUndefined();
		expect(await approved()).toMatchObject({
			refresh_token: containing(markers.refreshToken),
			refresh_token_expires_in: 365 * day,
		});
	});

	fromPublic('stays the same, and so does the day on which it ends', async () => {
		const token = textAt(await approved(), 'refresh_token');
		lab.simulator.clock.advance(59 * day * 1000);
		const { status, json } = await refresh(token);
		expect([status, json]).toEqual([
			200,
			{
				...usualToken,
				refresh_token: token,
				refresh_token_expires_in: secondsNear(306 * day),
			},
		]);
		expect((await userinfo(textAt(json, 'access_token'))).status).toBe(200);
	});

	fromPublic('near its end gives a token that ends with it', async () => {
		const token = textAt(await approved(), 'refresh_token');
		lab.simulator.clock.advance(360 * day * 1000);
		expect(at((await refresh(token)).json, 'expires_in')).toEqual(secondsNear(5 * day));
	});

	fromPublic('is refused when unknown, revoked or over', async () => {
		const refused = (error: string) => ({
			error,
			error_description:
				'The provided authorization grant or refresh token is invalid, expired or revoked.',
		});
		expect((await refresh('AQmadeup')).json).toEqual(refused('invalid_request'));
		const revoked = textAt(await approved(), 'refresh_token');
		lab.simulator.revokeRefreshToken(revoked);
		expect((await refresh(revoked)).json).toEqual(refused('invalid_request'));
		const old = textAt(await approved(), 'refresh_token');
		lab.simulator.clock.advance(365 * day * 1000);
		lab.simulator.configure({ readings: { refusedRefresh: 'invalid_grant' } });
		const answer = await refresh(old);
		expect([answer.status, answer.json]).toEqual([400, refused('invalid_grant')]);
	});

	fromPublic('needs the client', async () => {
		const token = textAt(await approved(), 'refresh_token');
		const answer = await accessToken({
			grant_type: 'refresh_token',
			refresh_token: token,
			client_secret: 'other',
		});
		expect(answer.status).toBe(401);
	});

	assumed('other grants are refused', async () => {
		expect(at((await accessToken({ grant_type: 'password' })).json, 'error')).toBe(
			'unsupported_grant_type',
		);
	});

	tool('is issued to a test where asked', async () => {
		const plain = lab.simulator.issueToken({ scopes: ['openid'], expiresInSeconds: 5 });
		expect(plain).toMatchObject({ expires_in: 5, scope: 'openid' });
		expect(plain.refresh_token).toBeUndefined();
		const { refresh_token: token } = lab.simulator.issueToken({
			scopes: ['openid'],
			refreshable: true,
		});
		expect((await refresh(token ?? '')).status).toBe(200);
	});
});
