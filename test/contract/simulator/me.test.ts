import { call } from './support/call';
import { fromPublic } from './support/evidence';
import { useSimulator } from './support/lab';
import { tokenFor } from './support/linkedin';

const lab = useSimulator();

const me = (...scopes: string[]) =>
	call(`${lab.simulator.url}/v2/me`, {
		headers: { authorization: `Bearer ${tokenFor(lab.simulator, scopes)}` },
	});

fromPublic('says who is connected, without a version header', async () => {
	expect((await me('r_basicprofile')).json).toMatchObject({
		id: 'm3mbEr_1',
		localizedFirstName: 'Ada',
		localizedLastName: 'Example',
	});
});

fromPublic('403 with the scopes of OpenID Connect alone', async () => {
	expect((await me('openid', 'profile')).json).toEqual({
		status: 403,
		serviceErrorCode: 100,
		code: 'ACCESS_DENIED',
		message: 'Not enough permissions to access: me.GET.NO_VERSION',
	});
});
