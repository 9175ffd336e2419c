import { PageCounter } from '../../simulator/documents/pages';
import { at, call } from './support/call';
import { control } from './support/control';
import { assumed, fromPublic, tool } from './support/evidence';
import { useSimulator } from './support/lab';
import {
	account,
	asStranger,
	encoded,
	forbidden,
	get,
	initializeDocument,
	page,
	putWhole,
	self,
	startDocument,
	tokenFor,
	uploadDocument,
	uploadImage,
	withScopes,
} from './support/linkedin';

const lab = useSimulator();

const token = (...scopes: string[]) => withScopes(lab.simulator, ...scopes);

const read = (urn: string, how = {}) => get(lab.simulator, `documents/${encoded(urn)}`, how);

describe('who may initialize', () => {
	fromPublic('members, pages and ad accounts with their rights', async () => {
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

	fromPublic('others hear what is forbidden, or which scope is missing', async () => {
		const refused = () => initializeDocument(lab.simulator, {}, token('w_member_social'));
		expect((await refused()).json).toEqual(forbidden('document'));
		lab.simulator.configure({ readings: { scopeRefusal: 'gateway' } });
		expect(at((await refused()).json, 'message')).toBe(
			'Not enough permissions to access: partnerApiDocuments.INITIALIZEUPLOAD.20260701',
		);
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
		expect((await read(urn, token('openid'))).json).toEqual(forbidden('document'));
		const stranger = asStranger(lab.simulator, 'r_organization_social');
		expect((await read(urn, stranger)).json).toEqual(forbidden('document'));
	});

	assumed('w_member_social does not read, unless the other reading is played', async () => {
		const { urn } = await uploadDocument(lab.simulator, { owner: self });
		expect((await read(urn, token('w_member_social'))).status).toBe(403);
		expect((await read(urn, token('r_member_social'))).status).toBe(200);
		lab.simulator.configure({ readings: { memberReadsDocument: 'allowed' } });
		expect((await read(urn, token('w_member_social'))).status).toBe(200);
	});

	assumed('members read their own with their scopes, and nothing of a page', async () => {
		const { urn } = await uploadDocument(lab.simulator);
		lab.simulator.configure({ readings: { memberReadsDocument: 'allowed' } });
		for (const scope of ['w_member_social', 'r_member_social']) {
			expect((await read(urn, token(scope))).json).toEqual(forbidden('document'));
		}
	});

	assumed('of something else says so', async () => {
		const image = await uploadImage(lab.simulator);
		expect(at((await read(image.urn)).json, 'code')).toBe('INVALID_URN_TYPE');
		expect(at((await read('D5510AQ')).json, 'code')).toBe('INVALID_DOCUMENT_ID');
		expect((await read('urn:li:document:D5510AQunknown')).status).toBe(404);
	});
});

describe('the pages of a PDF', () => {
	const pdf = (pages: number) =>
		`%PDF-1.7\n<< /Type /Pages >>\n${'<< /Type /Page /Parent 2 0 R >>\n'.repeat(pages)}`;
	const put = async (body: string) => {
		const { urn, uploadUrl } = await startDocument(lab.simulator);
		const headers = { authorization: `Bearer ${tokenFor(lab.simulator)}` };
		const { status } = await call(uploadUrl, { method: 'PUT', headers, body });
		return { urn, status };
	};

	fromPublic('are counted: at most 300', async () => {
		const { urn, status } = await put(pdf(300));
		expect(status).toBe(201);
		expect(lab.simulator.document(urn)).toMatchObject({ status: 'AVAILABLE', pages: 300 });
		expect(lab.simulator.document((await put('no PDF')).urn).pages).toBeUndefined();
	});

	assumed('more are refused, or found as it is processed', async () => {
		const refused = await put(pdf(301));
		expect(refused.status).toBe(400);
		expect(lab.simulator.document(refused.urn).status).toBe('WAITING_UPLOAD');
		lab.simulator.configure({ readings: { tooManyPages: 'failed' } });
		const failed = await put(pdf(301));
		expect(failed.status).toBe(201);
		expect(lab.simulator.document(failed.urn).status).toBe('PROCESSING_FAILED');
	});

	tool('are found wherever a chunk ends', () => {
		const text = Buffer.from(pdf(3));
		for (let at = 1; at < text.length; at += 1) {
			const counter = new PageCounter();
			counter.add(text.subarray(0, at));
			counter.add(text.subarray(at));
			expect(counter.pages).toBe(3);
		}
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
		expect((await putWhole(uploadUrl, tokenFor(simulator))).status).toBe(503);
		expect((await read(urn)).status).toBe(503);
		const state = await control(simulator, 'GET', 'state');
		expect(at(state.json, 'documents.0.urn')).toBe(urn);
		await simulator.reset();
		expect(simulator.documents()).toEqual([]);
	});

	tool('the next document ripens as asked from another process too', async () => {
		const manual = { kind: 'document', processing: { kind: 'manual' } };
		const next = await control(lab.simulator, 'POST', 'processing/next', manual);
		expect(next.status).toBe(200);
		const { urn } = await uploadDocument(lab.simulator);
		expect(lab.simulator.document(urn).status).toBe('PROCESSING');
	});
});
