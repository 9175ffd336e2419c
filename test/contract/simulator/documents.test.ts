import { createHash } from 'node:crypto';
import { at, call } from './support/call';
import { assumed, documented, fromPublic, tool } from './support/evidence';
import { useSimulator } from './support/lab';
import {
	account,
	encoded,
	get,
	page,
	putImage as put,
	self,
	tokenFor,
	uploadImage,
} from './support/linkedin';
import { initializeDocument, startDocument, uploadDocument } from './support/posts';

const lab = useSimulator();

const token = (...scopes: string[]) => ({ token: tokenFor(lab.simulator, scopes) });

const forbidden = {
	status: 403,
	message:
		'Accessing this document resource is forbidden. Please check your permissions for this resource',
};

const read = (urn: string, how = {}) => get(lab.simulator, `documents/${encoded(urn)}`, how);

describe('initialize', () => {
	fromPublic('answers with a document, where to send it, and until when', async () => {
		const { status, json } = await initializeDocument(lab.simulator);
		expect(status).toBe(200);
		expect(at(json, 'value')).toEqual({
			document: expect.any(String) as unknown,
			uploadUrl: expect.any(String) as unknown,
			uploadUrlExpiresAt: expect.any(Number) as unknown,
		});
		expect(at(json, 'value.document')).toMatch(/^urn:li:document:[\w-]+$/);
		expect(
			String(at(json, 'value.uploadUrl')).startsWith(`${lab.simulator.url}/dms-uploads/`),
		).toBe(true);
		const days = (Number(at(json, 'value.uploadUrlExpiresAt')) - Date.now()) / 86_400_000;
		expect(days).toBeCloseTo(30, 2);
	});

	fromPublic('is for members, pages and ad accounts with their rights', async () => {
		const may = async (owner: string, ...scopes: string[]) =>
			(await initializeDocument(lab.simulator, { owner }, token(...scopes))).status;
		expect(await may(self, 'w_member_social')).toBe(200);
		expect(await may(page, 'w_organization_social')).toBe(200);
		expect(await may(account, 'rw_ads')).toBe(200);
		expect(await may(self, 'w_organization_social')).toBe(403);
		expect(await may('urn:li:person:m3mbEr_2', 'w_member_social')).toBe(403);
		expect(await may('urn:li:organization:5515715', 'w_organization_social')).toBe(403);
		expect(await may('urn:li:organization:999', 'w_organization_social')).toBe(403);
	});

	fromPublic('says what is forbidden, or which scope is missing', async () => {
		const refused = () => initializeDocument(lab.simulator, {}, token('w_member_social'));
		expect((await refused()).json).toEqual(forbidden);
		lab.simulator.configure({ readings: { scopeRefusal: 'gateway' } });
		expect(at((await refused()).json, 'message')).toBe(
			'Not enough permissions to access: partnerApiDocuments.INITIALIZEUPLOAD.20260701',
		);
	});

	fromPublic('knows no other owners and no other fields', async () => {
		const { json } = await initializeDocument(lab.simulator, { owner: 'urn:li:company:1' });
		expect(at(json, 'code')).toBe('INVALID_URN_TYPE');
		for (const field of ['mediaLibraryMetadata', 'fileSizeBytes']) {
			const answer = await initializeDocument(lab.simulator, { [field]: 1 });
			expect(answer.status).toBe(400);
			expect(answer.text).toContain(`/${field} :: unrecognized`);
		}
	});
});

describe('the PUT of the bytes', () => {
	fromPublic('201 with a token, and the hash is kept', async () => {
		const { urn, uploadUrl } = await startDocument(lab.simulator);
		expect(lab.simulator.document(urn)).toMatchObject({ status: 'WAITING_UPLOAD', attempts: 0 });
		const answer = await put(uploadUrl, tokenFor(lab.simulator));
		expect([answer.status, answer.text]).toEqual([201, '']);
		expect(lab.simulator.document(urn)).toMatchObject({
			owner: page,
			status: 'AVAILABLE',
			sha256: createHash('sha256').update('an image').digest('hex'),
			size: 8,
			attempts: 1,
		});
	});

	fromPublic('needs a token with rights on the owner', async () => {
		const { urn, uploadUrl } = await startDocument(lab.simulator);
		expect((await put(uploadUrl, undefined)).status).toBe(401);
		expect((await put(uploadUrl, token('w_member_social').token)).status).toBe(403);
		expect(lab.simulator.document(urn).status).toBe('WAITING_UPLOAD');
	});

	assumed('has to be a PUT, of a document or of octets, and of something', async () => {
		const { uploadUrl } = await startDocument(lab.simulator);
		const authorization = `Bearer ${tokenFor(lab.simulator)}`;
		const status = async (method: 'POST' | 'PUT', type: string, body: string) =>
			(await call(uploadUrl, { method, headers: { authorization, 'content-type': type }, body }))
				.status;
		expect(await status('POST', 'application/pdf', '%PDF')).toBe(405);
		expect(await status('PUT', 'image/png', 'x')).toBe(415);
		expect(await status('PUT', 'application/pdf', '')).toBe(400);
		expect(await status('PUT', 'application/pdf', '%PDF')).toBe(201);
		expect(await status('PUT', 'application/octet-stream', '%PDF')).toBe(201);
	});

	fromPublic('is refused over 100 MB', async () => {
		const { urn, uploadUrl } = await startDocument(lab.simulator);
		const authorization = `Bearer ${tokenFor(lab.simulator)}`;
		const send = (size: number) =>
			call(uploadUrl, { method: 'PUT', headers: { authorization }, body: Buffer.alloc(size) });
		expect((await send(100 * 1024 * 1024 + 1)).status).toBe(413);
		expect(lab.simulator.document(urn).attempts).toBe(0);
		expect((await send(100 * 1024 * 1024)).status).toBe(201);
	});

	documented('finds its address expired after its time, and spoiled when changed', async () => {
		const { uploadUrl } = await startDocument(lab.simulator);
		const bearer = tokenFor(lab.simulator);
		expect((await put(`${uploadUrl}x`, bearer)).status).toBe(403);
		lab.simulator.clock.advance(31 * 86_400_000);
		expect((await put(uploadUrl, bearer)).status).toBe(401);
	});
});

describe('get', () => {
	fromPublic('tells the state, and where it is once it is available', async () => {
		const { urn: waiting } = await startDocument(lab.simulator);
		const answer = await read(waiting);
		expect(answer.json).toEqual({ id: waiting, owner: page, status: 'WAITING_UPLOAD' });
		lab.simulator.nextDocument({ kind: 'afterReads', reads: 1 });
		const { urn: uploaded } = await uploadDocument(lab.simulator);
		expect(at((await read(uploaded)).json, 'status')).toBe('PROCESSING');
		expect((await read(uploaded)).json).toMatchObject({
			id: uploaded,
			owner: page,
			status: 'AVAILABLE',
			downloadUrl: expect.stringContaining(`${lab.simulator.url}/dms/document/`) as unknown,
			downloadUrlExpiresAt: expect.any(Number) as unknown,
		});
	});

	fromPublic('tells of a failed one without an address', async () => {
		lab.simulator.nextDocument({ kind: 'manual' });
		const { urn } = await uploadDocument(lab.simulator);
		expect(at((await read(urn)).json, 'status')).toBe('PROCESSING');
		lab.simulator.finishProcessing(urn, { failure: 'encrypted' });
		expect((await read(urn)).json).toEqual({ id: urn, owner: page, status: 'PROCESSING_FAILED' });
	});

	fromPublic('is for whoever may read what the owner posts', async () => {
		const { urn } = await uploadDocument(lab.simulator);
		for (const scope of ['w_organization_social', 'r_organization_social', 'rw_ads', 'r_ads']) {
			expect((await read(urn, token(scope))).status).toBe(200);
		}
		expect((await read(urn, token('openid'))).json).toEqual(forbidden);
		const { access_token } = lab.simulator.issueToken({
			scopes: ['r_organization_social'],
			memberId: 'm3mbEr_2',
		});
		expect((await read(urn, { token: access_token })).json).toEqual(forbidden);
	});

	assumed('w_member_social does not read, unless the other reading is played', async () => {
		const { urn } = await uploadDocument(lab.simulator, { owner: self });
		expect((await read(urn, token('w_member_social'))).status).toBe(403);
		expect((await read(urn, token('r_member_social'))).status).toBe(200);
		lab.simulator.configure({ readings: { memberReadsDocument: 'allowed' } });
		expect((await read(urn, token('w_member_social'))).status).toBe(200);
	});

	assumed('of something else says so', async () => {
		const image = await uploadImage(lab.simulator);
		expect(at((await read(image.urn)).json, 'code')).toBe('INVALID_URN_TYPE');
		expect(at((await read('D5510AQ')).json, 'code')).toBe('INVALID_DOCUMENT_ID');
		expect((await read('urn:li:document:D5510AQunknown')).status).toBe(404);
	});
});

describe('for tests', () => {
	tool('each call can be made to fail, and the state shows documents', async () => {
		const { simulator } = lab;
		const fault = { kind: 'status', status: 503 } as const;
		simulator.plan({ on: 'documents.initializeUpload', fault });
		simulator.plan({ on: 'documents.upload', fault });
		simulator.plan({ on: 'documents.get', fault });
		expect((await initializeDocument(simulator)).status).toBe(503);
		const { urn, uploadUrl } = await startDocument(simulator);
		expect((await put(uploadUrl, tokenFor(simulator))).status).toBe(503);
		expect((await read(urn)).status).toBe(503);
		const state = await call(`${simulator.url}/_simulator/state`);
		expect(at(state.json, 'documents.0.urn')).toBe(urn);
		await simulator.reset();
		expect(simulator.documents()).toEqual([]);
	});

	tool('the next document ripens as asked from another process too', async () => {
		const next = await call(`${lab.simulator.url}/_simulator/processing/next`, {
			method: 'POST',
			body: JSON.stringify({ kind: 'document', processing: { kind: 'manual' } }),
		});
		expect(next.status).toBe(200);
		const { urn } = await uploadDocument(lab.simulator);
		expect(lab.simulator.document(urn).status).toBe('PROCESSING');
	});
});
