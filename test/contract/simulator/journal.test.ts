import { markers, startSimulator } from '../../simulator';
import { sha256 } from './support/bytes';
import { call } from './support/call';
import { fromPublic, tool } from './support/evidence';
import { useSimulator } from './support/lab';
import {
	initializeVideo,
	page,
	putPart,
	startImage,
	startVideo,
	tokenFor,
	uploadVideo,
} from './support/linkedin';

const lab = useSimulator();

tool('has an entry for each request, with what was sent and what came of it', async () => {
	await initializeVideo(lab.simulator);
	const body = JSON.stringify({ initializeUploadRequest: { owner: page, fileSizeBytes: 1055736 } });
	const [entry] = lab.simulator.journal;
	expect(entry).toMatchObject({
		seq: 1,
		endpoint: 'videos.initializeUpload',
		method: 'POST',
		path: '/rest/videos',
		query: { action: 'initializeUpload' },
		hasAuthorization: true,
		part: undefined,
		bytesReceived: body.length,
		sha256: sha256(body),
		requestBody: { initializeUploadRequest: { owner: page, fileSizeBytes: 1055736 } },
		status: 200,
		carriedOut: true,
		aborted: false,
		fault: undefined,
	});
	expect(entry?.headers['x-restli-method']).toBe('action');
	expect(entry?.finishedAt).toBeGreaterThanOrEqual(entry?.startedAt ?? Infinity);
});

tool('tells that a token was sent, and which, without showing it', async () => {
	const token = tokenFor(lab.simulator);
	await initializeVideo(lab.simulator, {}, { token });
	await initializeVideo(lab.simulator, {}, { token });
	await initializeVideo(lab.simulator);
	const [one, two, three] = lab.simulator.journal.map(({ headers }) => headers.authorization);
	expect(one).toMatch(/^Bearer sha256:[0-9a-f]{12}$/);
	expect(two).toBe(one);
	expect(three).not.toBe(one);
	expect(JSON.stringify(lab.simulator.journal)).not.toContain(markers.accessToken);
});

tool('shows no secret of a token request', async () => {
	const { clientId, clientSecret } = lab.simulator.app;
	await call(`${lab.simulator.url}/oauth/v2/accessToken`, {
		method: 'POST',
		headers: { 'content-type': 'application/x-www-form-urlencoded' },
		body: new URLSearchParams({
			grant_type: 'refresh_token',
			refresh_token: 'r3fresh',
			client_id: clientId,
			client_secret: clientSecret,
		}).toString(),
	});
	expect(lab.simulator.journal[0]?.requestBody).toMatchObject({
		grant_type: 'refresh_token',
		client_id: clientId,
	});
	expect(JSON.stringify(lab.simulator.journal)).not.toMatch(
		new RegExp(`r3fresh|${markers.clientSecret}`),
	);
});

tool('names the part, and no token on it', async () => {
	const video = await startVideo(lab.simulator, { fileSizeBytes: 3 });
	await putPart(video.parts[0]?.uploadUrl ?? '', Buffer.from('abc'));
	expect(lab.simulator.journal[1]).toMatchObject({
		endpoint: 'videos.part',
		part: 1,
		hasAuthorization: false,
		bytesReceived: 3,
		requestBody: undefined,
		carriedOut: true,
	});
});

tool('marks what was refused as not carried out', async () => {
	await initializeVideo(lab.simulator, {}, { headers: { 'linkedin-version': '202504' } });
	expect(lab.simulator.journal[0]).toMatchObject({
		status: 426,
		carriedOut: false,
		aborted: false,
	});
});

tool('numbers connections', async () => {
	await uploadVideo(lab.simulator);
	const ids = lab.simulator.journal.map(({ connectionId }) => connectionId);
	expect(ids.every((id) => id > 0)).toBe(true);
	expect(new Set(ids).size).toBeLessThan(ids.length);
	await Promise.all([initializeVideo(lab.simulator), initializeVideo(lab.simulator)]);
	const [one, two] = lab.simulator.journal.slice(-2);
	expect(one?.connectionId).not.toBe(two?.connectionId);
});

fromPublic('what no handler knows is answered with 404 and listed', async () => {
	const targets = [
		'/',
		'/rest/nowhere',
		'/rest/videos?action=other',
		'/rest/videos/',
		'/dms-uploads/x/other/0',
		'/dms-uploads/x/uploadedVideo/first',
		'/dms-mpf-uploads/x/other',
		'/v2/nobody',
		'/_simulatorx',
	];
	for (const target of targets) {
		const answer = await call(`${lab.simulator.url}${target}`, {
			method: 'POST',
			body: 'some bytes',
		});
		expect([answer.status, answer.json]).toEqual([
			404,
			{
				status: 404,
				code: 'RESOURCE_NOT_FOUND',
				message: `No virtual resource found for ${target.split('?')[0] ?? ''}`,
			},
		]);
	}
	expect(lab.simulator.unhandled()).toHaveLength(targets.length);
	expect(lab.simulator.unhandled()[1]).toMatchObject({
		method: 'POST',
		path: '/rest/nowhere',
		endpoint: undefined,
		status: 404,
	});
});

tool('reset forgets everything and brings the settings of the start back', async () => {
	const simulator = await startSimulator({ settings: { uploadUrlMs: 1000 } });
	const token = tokenFor(simulator);
	const { urn } = await uploadVideo(simulator);
	await startImage(simulator);
	simulator.nextVideo({ kind: 'manual' });
	simulator.configure({ uploadUrlMs: 5, readings: { etag: 'quoted' } });
	simulator.plan({ on: 'userinfo', fault: { kind: 'emptyBody' } });
	simulator.clock.advance(3_600_000);
	await simulator.reset();
	expect([
		simulator.videos(),
		simulator.images(),
		simulator.journal,
		simulator.unmetFaults(),
	]).toEqual([[], [], [], []]);
	expect(simulator.settings).toMatchObject({ uploadUrlMs: 1000, readings: { etag: 'path' } });
	expect(() => simulator.video(urn)).toThrow(urn);
	expect(() => {
		simulator.expireToken(token);
	}).toThrow('did not issue');
	expect(simulator.clock.now() - Date.now()).toBeLessThan(1_800_000);
	await simulator.close();
});

tool('plays another world', async () => {
	const simulator = await startSimulator({
		world: {
			members: { me: { givenName: 'Me', familyName: 'Myself', email: 'me@example.com' } },
			organizations: { '7': { name: 'Mine', roles: { me: ['ADMINISTRATOR'] } } },
		},
		settings: { signedInMember: 'me' },
	});
	expect((await initializeVideo(simulator, { owner: 'urn:li:organization:7' })).status).toBe(200);
	expect((await initializeVideo(simulator, { owner: page })).status).toBe(403);
	expect(Object.keys(simulator.world.sponsoredAccounts)).toContain('123456789');
	await simulator.close();
});

tool('listens on loopback only, and close ends it', async () => {
	const simulator = await startSimulator();
	expect(simulator.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
	await simulator.close();
	await expect(call(simulator.url)).rejects.toThrow();
	await simulator.close();
});
