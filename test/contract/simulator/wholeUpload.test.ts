import { at, call } from './support/call';
import { elsewhere, sha256, spoiled } from './support/bytes';
import { assumed, documented, fromPublic, tool } from './support/evidence';
import { useSimulator } from './support/lab';
import {
	account,
	asStranger,
	initializeDocument,
	initializeImage,
	page,
	putWhole,
	self,
	startDocument,
	startImage,
	tokenFor,
	wholeBytes,
	withScopes,
} from './support/linkedin';

const lab = useSimulator();

const token = () => tokenFor(lab.simulator);

/** Images and documents go by the same two calls. What a page says of the one is not said of both. */
const kinds = {
	image: {
		says: documented,
		saysOfIds: documented,
		saysOfVerbs: documented,
		saysOfExpiry: fromPublic,
		initialize: initializeImage,
		start: startImage,
		view: (urn: string) => lab.simulator.image(urn),
		artifact: 'uploaded-image',
		unknown: ['fileSizeBytes'],
		types: ['application/octet-stream', 'image/png', 'image/jpeg', 'image/svg+xml'],
		otherTypes: [
			'application/json',
			'multipart/form-data; boundary=x',
			'application/x-www-form-urlencoded',
		],
	},
	document: {
		says: fromPublic,
		saysOfIds: assumed,
		saysOfVerbs: assumed,
		saysOfExpiry: documented,
		initialize: initializeDocument,
		start: startDocument,
		view: (urn: string) => lab.simulator.document(urn),
		artifact: 'ads-uploadedDocument',
		unknown: ['fileSizeBytes', 'mediaLibraryMetadata'],
		types: ['application/octet-stream', 'application/pdf'],
		otherTypes: ['image/png', 'application/json'],
	},
} as const;

describe.each(['image', 'document'] as const)('%s upload: initialize', (kind) => {
	const { says, saysOfIds, initialize, artifact, unknown } = kinds[kind];

	says('answers with a URN, an address like that of the sample, and 30 days', async () => {
		const { status, json } = await initialize(lab.simulator);
		expect(status).toBe(200);
		expect(at(json, 'value')).toEqual({
			[kind]: expect.stringMatching(new RegExp(`^urn:li:${kind}:[\\w-]+$`)) as unknown,
			uploadUrl: expect.any(String) as unknown,
			uploadUrlExpiresAt: expect.any(Number) as unknown,
		});
		const id = String(at(json, `value.${kind}`)).split(':')[3] ?? '';
		expect(String(at(json, 'value.uploadUrl')).split('?')[0]).toBe(
			`${lab.simulator.url}/dms-uploads/${id}/${artifact}/0`,
		);
		const days = (Number(at(json, 'value.uploadUrlExpiresAt')) - Date.now()) / 86_400_000;
		expect(days).toBeCloseTo(30, 2);
	});

	says('refuses other owners', async () => {
		for (const owner of ['urn:li:video:1', 'urn:li:company:1', 'nobody']) {
			const { json } = await initialize(lab.simulator, { owner });
			expect(at(json, 'code')).toBe('INVALID_URN_TYPE');
		}
	});

	saysOfIds('refuses an owner whose id cannot be', async () => {
		expect((await initialize(lab.simulator, { owner: 'urn:li:organization:x' })).json).toEqual({
			status: 400,
			code: 'INVALID_URN_ID',
			message: 'This Urn ID is invalid',
		});
	});

	says('knows no fields of other kinds', async () => {
		for (const field of unknown) {
			const answer = await initialize(lab.simulator, { [field]: 1 });
			expect(answer.status).toBe(400);
			expect(answer.text).toContain(`/${field} :: unrecognized`);
		}
	});
});

documented('image upload: initialize takes library metadata', async () => {
	const mediaLibraryMetadata = { associatedAccount: account, assetName: 'My asset' };
	const { urn } = await startImage(lab.simulator, { mediaLibraryMetadata });
	expect(lab.simulator.image(urn).libraryMetadata).toEqual({
		...mediaLibraryMetadata,
		mediaLibraryStatus: 'ACTIVE',
	});
	const unnamed = { mediaLibraryMetadata: { assetName: 'a' } };
	expect((await initializeImage(lab.simulator, unnamed)).status).toBe(400);
	const wrong = { mediaLibraryMetadata: { associatedAccount: page, assetName: 'a' } };
	expect(at((await initializeImage(lab.simulator, wrong)).json, 'code')).toBe('INVALID_URN_TYPE');
});

describe.each(['image', 'document'] as const)('%s upload: the PUT', (kind) => {
	const { says, saysOfVerbs, saysOfExpiry, start, view, types, otherTypes } = kinds[kind];

	says('is answered with 201 for a token, and the hash is kept', async () => {
		const { urn, uploadUrl } = await start(lab.simulator);
		expect(view(urn)).toMatchObject({ status: 'WAITING_UPLOAD', attempts: 0 });
		const answer = await putWhole(uploadUrl, token());
		expect([answer.status, answer.text]).toEqual([201, '']);
		expect(view(urn)).toMatchObject({
			owner: page,
			status: 'AVAILABLE',
			sha256: sha256(wholeBytes),
			size: wholeBytes.length,
			attempts: 1,
		});
	});

	says('gets 401 without a token, and for one that has ended', async () => {
		const { urn, uploadUrl } = await start(lab.simulator);
		expect((await putWhole(uploadUrl, undefined)).status).toBe(401);
		const ended = token();
		lab.simulator.expireToken(ended);
		expect(at((await putWhole(uploadUrl, ended)).json, 'code')).toBe('EXPIRED_ACCESS_TOKEN');
		expect(view(urn)).toMatchObject({ status: 'WAITING_UPLOAD', attempts: 0 });
	});

	says('gets 403 for a token without rights on the owner', async () => {
		const { urn, uploadUrl } = await start(lab.simulator);
		const member = withScopes(lab.simulator, 'w_member_social');
		expect((await putWhole(uploadUrl, member.token)).status).toBe(403);
		const stranger = asStranger(lab.simulator, 'w_organization_social');
		expect((await putWhole(uploadUrl, stranger.token)).status).toBe(403);
		expect(view(urn).status).toBe('WAITING_UPLOAD');
	});

	says('may be made with w_member_social alone, though that cannot read', async () => {
		const { uploadUrl } = await start(lab.simulator, { owner: self });
		const member = withScopes(lab.simulator, 'w_member_social');
		expect((await putWhole(uploadUrl, member.token)).status).toBe(201);
	});

	saysOfVerbs('has to be a PUT', async () => {
		const { uploadUrl } = await start(lab.simulator);
		const headers = { authorization: `Bearer ${token()}`, 'content-type': types[1] };
		expect((await call(uploadUrl, { method: 'POST', headers, body: wholeBytes })).status).toBe(405);
	});

	says('may come without a type, as in the sample', async () => {
		const { uploadUrl } = await start(lab.simulator);
		const untyped = { 'content-type': undefined };
		expect((await putWhole(uploadUrl, token(), untyped)).status).toBe(201);
	});

	assumed('may come as octet-stream or of its own types, and as nothing else', async () => {
		const { uploadUrl } = await start(lab.simulator);
		for (const type of types) {
			expect((await putWhole(uploadUrl, token(), { 'content-type': type })).status).toBe(201);
		}
		for (const type of otherTypes) {
			expect((await putWhole(uploadUrl, token(), { 'content-type': type })).status).toBe(415);
		}
	});

	saysOfExpiry('expires, before the token is looked at', async () => {
		const { urn, uploadUrl } = await start(lab.simulator);
		const { clock } = lab.simulator;
		clock.advance(view(urn).uploadUrlExpiresAt - clock.now() + 1);
		const fresh = token();
		expect((await putWhole(uploadUrl, fresh)).status).toBe(401);
		lab.simulator.configure({ readings: { expiredUrl: '400' } });
		expect(at((await putWhole(uploadUrl, fresh)).json, 'code')).toBe('EXPIRED_UPLOAD_URL');
	});

	assumed('needs its signature, a length and a byte', async () => {
		const { uploadUrl } = await start(lab.simulator);
		expect((await putWhole(spoiled(uploadUrl), token())).status).toBe(403);
		const put = { method: 'PUT', headers: { authorization: `Bearer ${token()}` } } as const;
		expect((await call(uploadUrl, { ...put, body: [Buffer.from('x')] })).status).toBe(411);
		expect((await call(uploadUrl, { ...put, body: Buffer.alloc(0) })).status).toBe(400);
	});

	assumed('may be repeated', async () => {
		const { urn, uploadUrl } = await start(lab.simulator);
		expect((await putWhole(uploadUrl, token())).status).toBe(201);
		expect((await putWhole(uploadUrl, token())).status).toBe(201);
		expect(view(urn).attempts).toBe(2);
	});

	tool('is 404 for what is not there', async () => {
		const { uploadUrl } = await start(lab.simulator);
		expect((await putWhole(elsewhere(uploadUrl), token())).status).toBe(404);
	});
});

fromPublic('document upload: over 100 MB is refused', async () => {
	const { urn, uploadUrl } = await startDocument(lab.simulator);
	const headers = { authorization: `Bearer ${token()}` };
	const send = (size: number) =>
		call(uploadUrl, { method: 'PUT', headers, body: Buffer.alloc(size) });
	expect((await send(100 * 1024 * 1024 + 1)).status).toBe(413);
	expect(lab.simulator.document(urn).attempts).toBe(0);
	expect((await send(100 * 1024 * 1024)).status).toBe(201);
});
