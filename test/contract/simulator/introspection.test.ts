import { call } from './support/call';
import { fromPublic } from './support/evidence';
import { useSimulator } from './support/lab';
import { tokenFor } from './support/linkedin';
import { secondsNear } from './support/match';

const lab = useSimulator();
const day = 86_400;

function introspect(token: string, fields: Readonly<Record<string, string>> = {}) {
	const { clientId, clientSecret } = lab.simulator.app;
	return call(`${lab.simulator.url}/oauth/v2/introspectToken`, {
		method: 'POST',
		headers: { 'content-type': 'application/x-www-form-urlencoded' },
		body: new URLSearchParams({
			client_id: clientId,
			client_secret: clientSecret,
			token,
			...fields,
		}).toString(),
	});
}

fromPublic('tells scopes and end of a token', async () => {
	const token = tokenFor(lab.simulator, ['openid', 'w_member_social']);
	const now = Math.floor(Date.now() / 1000);
	expect((await introspect(token)).json).toMatchObject({
		active: true,
		status: 'active',
		scope: 'openid,w_member_social',
		auth_type: '3L',
		expires_at: secondsNear(now + 60 * day),
		created_at: secondsNear(now),
	});
});

fromPublic('of one that has ended, or was revoked, too', async () => {
	const token = tokenFor(lab.simulator);
	lab.simulator.expireToken(token);
	expect((await introspect(token)).json).toMatchObject({ active: false, status: 'expired' });
	lab.simulator.revokeToken(token);
	expect((await introspect(token)).json).toMatchObject({ active: false, status: 'revoked' });
});

fromPublic('a token of another app: nothing but that', async () => {
	expect((await introspect('AQXother')).json).toEqual({ active: false });
});

fromPublic('400 for an unknown client or a missing token, 401 for a wrong secret', async () => {
	const token = tokenFor(lab.simulator);
	expect((await introspect(token, { client_id: 'x' })).status).toBe(400);
	expect((await introspect('')).status).toBe(400);
	expect((await introspect(token, { client_secret: 'x' })).status).toBe(401);
});
