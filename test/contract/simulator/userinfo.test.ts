import { call } from './support/call';
import { fromPublic } from './support/evidence';
import { useSimulator } from './support/lab';
import { tokenFor } from './support/linkedin';

const lab = useSimulator();

const userinfo = (token: string, method: 'GET' | 'POST' = 'GET') =>
	call(`${lab.simulator.url}/v2/userinfo`, {
		method,
		headers: { authorization: `Bearer ${token}` },
	});

fromPublic('gives the claims of the scopes, without a version header', async () => {
	expect((await userinfo(tokenFor(lab.simulator, ['openid']))).json).toEqual({ sub: 'm3mbEr_1' });
	expect((await userinfo(tokenFor(lab.simulator, ['openid', 'profile', 'email']))).json).toEqual({
		sub: 'm3mbEr_1',
		name: 'Ada Example',
		given_name: 'Ada',
		family_name: 'Example',
		locale: { country: 'US', language: 'en' },
		email: 'ada@example.com',
		email_verified: true,
	});
});

fromPublic('403 without openid or profile', async () => {
	expect((await userinfo(tokenFor(lab.simulator, ['w_member_social']))).json).toEqual({
		status: 403,
		serviceErrorCode: 100,
		code: 'ACCESS_DENIED',
		message: 'Not enough permissions to access: userinfo.GET.NO_VERSION',
	});
});

fromPublic('401 without a token that lives, and by GET only', async () => {
	expect((await userinfo('')).status).toBe(401);
	expect((await userinfo('AQunknown')).status).toBe(401);
	expect((await userinfo(tokenFor(lab.simulator), 'POST')).status).toBe(405);
});
