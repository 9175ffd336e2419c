import { at, statusAndCode, statusAndMessage, type Answer } from './support/call';
import { assumed, documented, fromPublic } from './support/evidence';
import { useSimulator } from './support/lab';
import { batchGet, find, read, setting, update } from './support/library';
import {
	account,
	encoded,
	finalizeVideo,
	get,
	getMedia,
	initializeImage,
	initializeVideo,
	startVideo,
	tokenFor,
	uploadImage,
	uploadVideo,
	withScopes,
	type RestCall,
} from './support/linkedin';

const lab = useSimulator();

const admin = () => withScopes(lab.simulator, 'rw_organization_admin');

/** The method that the name of an endpoint ends with; the rest are actions. */
function methodOf(name: string): string {
	const last = name.split(' ')[1] ?? '';
	return ['get', 'batch_get', 'finder', 'partial_update'].includes(last) ? last : 'action';
}

type RestEndpoint = (how: RestCall) => Promise<Answer>;

/** Every call of the control plane, right in everything but what `how` changes. */
const endpoints: Readonly<Record<string, RestEndpoint>> = {
	'videos initializeUpload': (how) => initializeVideo(lab.simulator, {}, how),
	'videos finalizeUpload': async (how) =>
		finalizeVideo(lab.simulator, await startVideo(lab.simulator), [], {}, how),
	'videos get': async (how) => getMedia(lab.simulator, (await uploadVideo(lab.simulator)).urn, how),
	'videos batch_get': (how) => batchGet(lab.simulator, 'video', [], how),
	'videos finder': (how) => find(lab.simulator, 'video', account, '', how),
	'videos partial_update': (how) => {
		const [urn = ''] = lab.simulator.addLibraryEntries({ kind: 'video' });
		return update(lab.simulator, urn, account, setting({ assetName: 'New' }), how);
	},
	'images batch_get': (how) => batchGet(lab.simulator, 'image', [], how),
	'images finder': (how) => find(lab.simulator, 'image', account, '', { ...how, tunnelled: true }),
	'organizationAcls finder': (how) =>
		read(lab.simulator, 'finder', 'organizationAcls', 'q=roleAssignee', { ...admin(), ...how }),
	'organizations get': (how) => get(lab.simulator, 'organizations/2414183', { ...admin(), ...how }),
	'organizationsLookup batch_get': (how) =>
		read(lab.simulator, 'batch_get', 'organizationsLookup', 'ids=List()', { ...admin(), ...how }),
	'adAccounts finder': (how) => read(lab.simulator, 'finder', 'adAccounts', 'q=search', how),
	'images initializeUpload': (how) => initializeImage(lab.simulator, {}, how),
	'images get': async (how) => getMedia(lab.simulator, (await uploadImage(lab.simulator)).urn, how),
};

describe.each(Object.entries(endpoints))('%s', (name, send) => {
	documented('passes with all its headers', async () => {
		const answer = await send({});
		// finalize without parts is refused for what it says, not for its headers.
		const expected: Readonly<Record<string, number>> = {
			'videos finalizeUpload': 400,
			'videos partial_update': 204,
		};
		expect(answer.status).toBe(expected[name] ?? 200);
		if (name === 'videos finalizeUpload')
			expect(at(answer.json, 'message')).toContain('were not uploaded');
	});

	fromPublic('401 without a token, with another scheme, with an unknown token', async () => {
		const refusal = async (authorization: string | undefined) =>
			statusAndMessage(await send({ headers: { authorization } }));
		expect(await refusal(undefined)).toEqual([401, 'Empty oauth2_access_token']);
		expect(await refusal('Bearer ')).toEqual([401, 'Empty oauth2_access_token']);
		expect(await refusal('Basic abc')).toEqual([401, 'Unknown authentication schema']);
		const unknown = await send({ token: 'AQunknown' });
		expect(statusAndCode(unknown)).toEqual([401, 'INVALID_ACCESS_TOKEN']);
	});

	fromPublic('401 for an expired and for a revoked token, each with its code', async () => {
		const expired = tokenFor(lab.simulator);
		lab.simulator.expireToken(expired);
		expect((await send({ token: expired })).json).toMatchObject({
			status: 401,
			serviceErrorCode: 65602,
			code: 'EXPIRED_ACCESS_TOKEN',
		});
		const revoked = tokenFor(lab.simulator);
		lab.simulator.revokeToken(revoked);
		expect((await send({ token: revoked })).json).toMatchObject({
			status: 401,
			serviceErrorCode: 65601,
			code: 'REVOKED_ACCESS_TOKEN',
		});
	});

	const withVersion = (version: string | undefined) =>
		send({ headers: { 'linkedin-version': version } });

	fromPublic('400 VERSION_MISSING without Linkedin-Version', async () => {
		const answer = await withVersion(undefined);
		expect(answer.json).toMatchObject({ status: 400, code: 'VERSION_MISSING' });
	});

	fromPublic('426 NONEXISTENT_VERSION for a retired version and one that never was', async () => {
		const retired = await withVersion('202504');
		expect([retired.status, retired.json]).toEqual([
			426,
			{
				status: 426,
				code: 'NONEXISTENT_VERSION',
				message: 'Requested version 20250401 is not active',
			},
		]);
		expect((await withVersion('202512')).status).toBe(426);
		expect((await withVersion('202613')).status).toBe(426);
	});

	fromPublic('a revision after the version is read', async () => {
		expect((await withVersion('202607.01')).status).not.toBe(426);
		expect((await withVersion('202504.02')).text).toContain('20250402');
	});

	assumed('400 for a version that is not of the form YYYYMM', async () => {
		expect((await withVersion('2026-07')).json).toMatchObject({
			status: 400,
			code: 'ILLEGAL_ARGUMENT',
		});
	});

	const withProtocol = async (version: string | undefined) =>
		statusAndMessage(await send({ headers: { 'x-restli-protocol-version': version } }));

	documented('X-Restli-Protocol-Version is required', async () => {
		const message = 'X-Restli-Protocol-Version header is required';
		expect(await withProtocol(undefined)).toEqual([400, message]);
	});

	fromPublic('another protocol version is refused', async () => {
		const message = 'Rest.li protocol version 1.0.0 used by the client is not supported!';
		expect(await withProtocol('1.0.0')).toEqual([400, message]);
	});

	const withMethod = (method: string | undefined) =>
		send({ headers: { 'x-restli-method': method } });

	fromPublic(
		'X-RestLi-Method has to be the method of the call, in any case of letters',
		async () => {
			expect(statusAndMessage(await withMethod('delete'))).toEqual([
				400,
				`X-RestLi-Method delete does not match the call, expected ${methodOf(name)}`,
			]);
			const upper = await withMethod(methodOf(name).toUpperCase());
			expect(upper.text).not.toContain('X-RestLi-Method');
		},
	);

	assumed('X-RestLi-Method has to be there, unless the other reading is played', async () => {
		expect(statusAndMessage(await withMethod(undefined))).toEqual([
			400,
			`X-RestLi-Method header is required, expected ${methodOf(name)}`,
		]);
		lab.simulator.configure({ readings: { restliMethod: 'optional' } });
		expect((await withMethod(undefined)).text).not.toContain('X-RestLi-Method');
	});

	fromPublic('every answer carries the ids of the request', async () => {
		const { headers } = await send({});
		for (const id of ['x-li-uuid', 'x-li-request-id', 'x-li-fabric'])
			expect(headers[id]).toBeTruthy();
		expect(headers['x-restli-protocol-version']).toBe('2.0.0');
	});
});

describe('query', () => {
	fromPublic('an unknown parameter is refused', async () => {
		const { urn } = await uploadVideo(lab.simulator);
		const answer = await get(lab.simulator, `videos/${encoded(urn)}?format=json`);
		expect(statusAndMessage(answer)).toEqual([
			403,
			'Unpermitted fields present in PARAMETER: Data Processing Exception while processing fields [/format]',
		]);
	});
});

describe.each([
	['videos', initializeVideo],
	['images', initializeImage],
])('body of %s initializeUpload', (_name, initialize) => {
	documented('has to be sent as application/json', async () => {
		for (const type of [undefined, 'text/plain', 'application/x-www-form-urlencoded']) {
			expect(
				(await initialize(lab.simulator, {}, { headers: { 'content-type': type } })).status,
			).toBe(415);
		}
		const charset = { 'content-type': 'application/json; charset=utf-8' };
		expect((await initialize(lab.simulator, {}, { headers: charset })).status).toBe(200);
	});

	fromPublic('an unknown field is refused, in the request and beside it', async () => {
		const answer = await initialize(lab.simulator, { uploadCaption: true });
		expect(answer.status).toBe(400);
		expect(at(answer.json, 'message')).toBe(
			"Parameters of method 'initializeUpload' failed validation with error 'ERROR :: /initializeUploadRequest/uploadCaption :: unrecognized field found but not allowed\n'",
		);
		expect(lab.simulator.videos()).toEqual([]);
	});

	documented('owner is required, and has to be text', async () => {
		expect((await initialize(lab.simulator, { owner: undefined })).text).toContain(
			'/owner :: field is required',
		);
		expect((await initialize(lab.simulator, { owner: 2414183 })).status).toBe(400);
		expect((await initialize(lab.simulator, { owner: null })).status).toBe(400);
	});
});
