import { at, call, textAt } from './support/call';
import { control } from './support/control';
import { tool } from './support/evidence';
import { useSimulator } from './support/lab';
import { containing } from './support/match';
import { getMedia, initializeVideo, startImage, startVideo, uploadVideo } from './support/linkedin';

const lab = useSimulator();

const post = (path: string, body?: unknown) => control(lab.simulator, 'POST', path, body);

tool('the root tells address, client and endpoints', async () => {
	expect((await control(lab.simulator, 'GET', '')).json).toMatchObject({
		url: lab.simulator.url,
		app: { clientId: lab.simulator.app.clientId },
	});
	expect((await call(`${lab.simulator.url}/_simulator`)).status).toBe(200);
});

tool('the journal, from an entry on, without the control calls', async () => {
	await initializeVideo(lab.simulator);
	await initializeVideo(lab.simulator);
	expect(at((await control(lab.simulator, 'GET', 'journal')).json, 'entries')).toHaveLength(2);
	expect(
		at((await control(lab.simulator, 'GET', 'journal?since=1')).json, 'entries'),
	).toMatchObject([{ seq: 2 }]);
});

tool('the state', async () => {
	const { urn } = await startVideo(lab.simulator);
	const image = await startImage(lab.simulator);
	await call(`${lab.simulator.url}/nowhere`);
	expect((await control(lab.simulator, 'GET', 'state')).json).toMatchObject({
		videos: [{ urn, status: 'WAITING_UPLOAD' }],
		images: [{ urn: image.urn }],
		unhandled: [{ path: '/nowhere' }],
		unmetFaults: [],
	});
});

tool('faults are planned, listed and cancelled', async () => {
	const plan = { on: 'videos.initializeUpload', call: 1, fault: { kind: 'status', status: 500 } };
	const { json } = await post('faults', plan);
	expect(at((await control(lab.simulator, 'GET', 'faults')).json, 'faults')).toEqual([
		{ id: at(json, 'id'), ...plan, met: 0 },
	]);
	expect((await initializeVideo(lab.simulator)).status).toBe(500);
	await post('faults', plan);
	expect(
		(await control(lab.simulator, 'DELETE', `faults?id=${String(at(json, 'id'))}`)).json,
	).toEqual({
		cancelled: 1,
	});
	expect((await control(lab.simulator, 'DELETE', 'faults')).json).toEqual({ cancelled: 1 });
	expect((await initializeVideo(lab.simulator)).status).toBe(200);
});

describe.each([
	{ kind: 'status', status: 429, retryAfter: 3, body: { a: 1 }, headers: { b: 'c' } },
	{ kind: 'status', status: 200, early: true },
	{ kind: 'status', status: 429, retryAfter: 'Wed, 21 Oct 2026 07:28:00 GMT', body: 'text' },
	{ kind: 'resetBeforeBody' },
	{ kind: 'resetMidBody', afterBytes: 5 },
	{ kind: 'resetMidAnswer', afterBytes: 5 },
	{ kind: 'resetAfterCarriedOut' },
	{ kind: 'stall', carriedOut: true },
	{ kind: 'etag', form: 'weak' },
	{ kind: 'malformedJson' },
	{ kind: 'emptyBody' },
	{ kind: 'html', status: 500 },
	{ kind: 'missingFields', fields: ['value'] },
	{ kind: 'replaceFields', fields: { value: null } },
	{ kind: 'redirect', location: '/', status: 307 },
	{ kind: 'delay', ms: 5 },
])('the fault %j', (fault) => {
	tool('is read whole, and refused with one field more', async () => {
		const plan = { on: 'userinfo', call: 'every', part: 1, fault };
		expect((await post('faults', plan)).status).toBe(200);
		expect(lab.simulator.plannedFaults()).toMatchObject([plan]);
		const more = await post('faults', { ...plan, fault: { ...fault, more: 1 } });
		expect([more.status, at(more.json, 'error')]).toEqual([400, 'plan.fault has no more']);
		await control(lab.simulator, 'DELETE', 'faults');
	});
});

describe.each([
	['plan.on must be', { on: 'videos.other', fault: { kind: 'emptyBody' } }],
	['plan.fault.kind must be', { on: 'userinfo', fault: { kind: 'constructor' } }],
	['plan.fault.kind must be', { on: 'userinfo', fault: {} }],
	['plan.fault must be an object', { on: 'userinfo' }],
	[
		'plan.call must be a count',
		{ on: 'userinfo', call: 'sometimes', fault: { kind: 'emptyBody' } },
	],
	['plan.call.1 must be a count', { on: 'userinfo', call: [1, -1], fault: { kind: 'emptyBody' } }],
	[
		'plan.fault.status must be a count',
		{ on: 'userinfo', fault: { kind: 'status', status: '500' } },
	],
	['plan must be an object', []],
])('%s', (error, plan) => {
	tool(`is said of ${JSON.stringify(plan)}`, async () => {
		const answer = await post('faults', plan);
		expect([answer.status, at(answer.json, 'error')]).toEqual([400, containing(error)]);
	});
});

tool('the clock', async () => {
	const before = Number(at((await control(lab.simulator, 'GET', 'clock')).json, 'now'));
	const after = Number(at((await post('clock', { advanceMs: 3_600_000 })).json, 'now'));
	expect(after - before).toBeGreaterThanOrEqual(3_600_000);
	expect((await post('clock', { advanceMs: 'much' })).status).toBe(400);
});

tool('the settings', async () => {
	const patch = {
		activeVersions: ['203001'],
		uploadOrigin: 'https://www.linkedin.com',
		interactive: true,
		signedInMember: 'm3mbEr_2',
		refreshTokens: true,
		accessTokenSeconds: 1,
		refreshTokenSeconds: 2,
		uploadUrlMs: 3,
		downloadUrlMs: 5,
		partBytes: 4,
		planShape: 'gap',
		processing: { kind: 'afterReads', reads: 2, failure: 'no' },
		spool: false,
		delays: { perRequestMs: 1 },
		readings: { lastByte: 'beyondEnd' },
	};
	expect((await post('settings', patch)).status).toBe(200);
	expect((await control(lab.simulator, 'GET', 'settings')).json).toMatchObject({
		...patch,
		delays: { perConnectionMs: 0, perRequestMs: 1 },
		readings: { lastByte: 'beyondEnd', etag: 'path' },
	});
});

describe.each([
	['settings has no more', { more: 1 }],
	['settings.readings.etag must be path or quoted', { readings: { etag: 'weak' } }],
	['settings.readings has no more', { readings: { more: 'x' } }],
	['settings.delays.perRequestMs must be a count', { delays: { perRequestMs: -1 } }],
	['settings.activeVersions.0 must be a text', { activeVersions: [202607] }],
	['settings.processing.kind must be', { processing: { kind: 'later' } }],
	['settings.processing.ms must be a count, got nothing', { processing: { kind: 'afterMs' } }],
	['settings.processing has no failure', { processing: { kind: 'manual', failure: 'x' } }],
	['settings.spool must be true or false', { spool: 'no' }],
])('%s', (error, patch) => {
	tool(`is said of ${JSON.stringify(patch)}, and nothing changes`, async () => {
		const before = lab.simulator.settings;
		const answer = await post('settings', patch);
		expect([answer.status, at(answer.json, 'error')]).toEqual([400, containing(error)]);
		expect(lab.simulator.settings).toEqual(before);
	});
});

tool('tokens are issued, expired and revoked', async () => {
	const request = {
		scopes: ['openid'],
		memberId: 'm3mbEr_2',
		expiresInSeconds: 60,
		refreshable: true,
	};
	const { json } = await post('token', request);
	expect(json).toMatchObject({ expires_in: 60, scope: 'openid' });
	const token = textAt(json, 'access_token');
	const userinfo = async () =>
		(
			await call(`${lab.simulator.url}/v2/userinfo`, {
				headers: { authorization: `Bearer ${token}` },
			})
		).json;
	expect(await userinfo()).toEqual({ sub: 'm3mbEr_2' });
	expect((await post('token/expire', { access_token: token })).status).toBe(200);
	expect(at(await userinfo(), 'code')).toBe('EXPIRED_ACCESS_TOKEN');
	expect((await post('token/revoke', { access_token: token })).status).toBe(200);
	expect(at(await userinfo(), 'code')).toBe('REVOKED_ACCESS_TOKEN');
	expect(
		(await post('token/revokeRefresh', { refresh_token: textAt(json, 'refresh_token') })).status,
	).toBe(200);
	const unknown = await post('token/revoke', { access_token: 'x' });
	expect([unknown.status, at(unknown.json, 'error')]).toEqual([
		409,
		'the simulator did not issue this access token',
	]);
	expect((await post('token', {})).status).toBe(400);
	expect((await post('token', { ...request, more: 1 })).status).toBe(400);
});

tool('processing is planned for the next asset and ended by hand', async () => {
	await post('processing/next', { kind: 'video', processing: { kind: 'manual' } });
	const { urn } = await uploadVideo(lab.simulator);
	const status = async () => at((await getMedia(lab.simulator, urn)).json, 'status');
	expect(await status()).toBe('PROCESSING');
	expect((await post('processing', { urn, failure: 'broken' })).status).toBe(200);
	expect(await status()).toBe('PROCESSING_FAILED');
	const again = await post('processing', { urn });
	expect([again.status, at(again.json, 'error')]).toEqual([
		409,
		containing('cannot go from PROCESSING_FAILED'),
	]);
	await post('processing/next', { kind: 'image', processing: { kind: 'manual' } });
	expect(
		(await post('processing/next', { kind: 'podcast', processing: { kind: 'manual' } })).status,
	).toBe(400);
});

tool('reset', async () => {
	await initializeVideo(lab.simulator);
	expect((await post('reset')).json).toEqual({});
	expect([lab.simulator.journal, lab.simulator.videos()]).toEqual([[], []]);
});

tool('what is no route or no JSON is refused', async () => {
	expect((await control(lab.simulator, 'GET', 'nowhere')).status).toBe(404);
	expect((await control(lab.simulator, 'DELETE', 'journal')).status).toBe(404);
	const broken = await call(`${lab.simulator.url}/_simulator/clock`, { method: 'POST', body: '{' });
	expect([broken.status, broken.json]).toEqual([400, { error: 'the body is not JSON' }]);
});
