import { startFileServer } from '../fileServer';
import { compoundFile, docx, pageTree, pdf, pptx } from '../unit/files/documentFixtures';
import {
	byUrn,
	calls,
	errorIn,
	expectClean,
	item,
	openLab,
	OWNER,
	PAGE,
	requests,
	sessionOf,
	sha256,
	told,
	type Lab,
} from './lab';

let lab: Lab;
beforeAll(async () => {
	lab = await openLab();
});
beforeEach(() => lab.simulator.reset());
afterAll(() => lab.close());

const parameters = { resource: 'document', operation: 'upload' };
const report = { content: pdf(pageTree(3)), fileName: 'report.pdf' };

describe('document: upload', () => {
	test.each([
		['PDF', report.content, 3],
		['DOCX', docx(), undefined],
		['PPTX', pptx(12), 12],
		['DOC', compoundFile('WordDocument'), undefined],
		['PPT', compoundFile('PowerPoint Document'), undefined],
	])('%s arrives whole', async (_, content, pages) => {
		const result = await lab.run({ parameters, items: [item({ data: content })] });
		expectClean(lab, result);
		const [document] = lab.simulator.documents();
		expect(document?.sha256).toBe(sha256(content));
		expect(result.items[0]?.json).toMatchObject({
			urn: document?.urn,
			owner: OWNER,
			status: 'AVAILABLE',
			fileSizeBytes: content.length,
			retries: 0,
			warnings: [],
			media: { status: 'AVAILABLE', id: document?.urn },
		});
		expect(result.items[0]?.json.pages).toBe(pages);
		expect(calls(lab.simulator)).toEqual([
			'documents.initializeUpload',
			'documents.upload',
			'documents.get',
		]);
	});

	test('for a page, waiting until it is available', async () => {
		lab.simulator.nextDocument({ kind: 'afterReads', reads: 1 });
		const result = await lab.run({
			parameters: { ...parameters, owner: byUrn(PAGE), options: { waitUntilAvailable: true } },
			items: [item({ data: report })],
		});
		expectClean(lab, result);
		expect(lab.simulator.documents()[0]).toMatchObject({
			owner: PAGE,
			initializeRequest: { initializeUploadRequest: { owner: PAGE } },
		});
		expect(result.items[0]?.json.status).toBe('AVAILABLE');
	});

	test('goes by PUT with the token and the exact length', async () => {
		await lab.run({ parameters, items: [item({ data: report })] });
		const [put] = requests(lab.simulator, 'documents.upload');
		expect(put).toMatchObject({ method: 'PUT', hasAuthorization: true });
		expect(put?.headers['content-length']).toBe(String(report.content.length));
	});

	test('from an address', async () => {
		const files = await startFileServer();
		try {
			const url = files.add('/report.pdf', { content: report.content });
			const result = await lab.run({ parameters: { ...parameters, source: 'url', url } });
			expectClean(lab, result);
			expect(lab.simulator.documents()[0]?.sha256).toBe(sha256(report.content));
		} finally {
			await files.close();
		}
	});

	test('a hiccup of the upload is followed by another try', async () => {
		lab.simulator.plan({
			on: 'documents.upload',
			fault: { kind: 'status', status: 503, retryAfter: 0 },
		});
		const result = await lab.run({ parameters, items: [item({ data: report })] });
		expectClean(lab, result);
		expect(result.items[0]?.json.retries).toBe(1);
	});

	test('a failed one gives its session, and goes to the error branch', async () => {
		lab.simulator.plan({ on: 'documents.upload', fault: { kind: 'status', status: 403 } });
		const result = await lab.run({
			parameters,
			onError: 'continueErrorOutput',
			items: [item({ data: report }), item({ data: { ...report, content: docx() } })],
		});
		expectClean(lab, result);
		expect(errorIn(result.errorItems[0])).toMatchObject({
			status: 403,
			uploadSession: { urn: lab.simulator.documents()[0]?.urn, fileName: 'report.pdf' },
		});
		expect(result.items[0]?.pairedItem).toEqual({ item: 1 });
	});

	test('an expired address is told, with the session', async () => {
		lab.simulator.configure({ uploadUrlMs: 0 });
		const result = await lab.run({ parameters, items: [item({ data: report })] });
		expectClean(lab, result);
		expect(told(result)).toContain('the upload URL has expired');
		expect(sessionOf(result)).toMatchObject({ fileName: 'report.pdf' });
	});

	test('a token that may upload but not read: UNKNOWN', async () => {
		const result = await lab.run({
			credential: lab.credential({ scopes: ['w_member_social'] }),
			parameters,
			items: [item({ data: report })],
		});
		expectClean(lab, result);
		expect(result.items[0]?.json.status).toBe('UNKNOWN');
	});

	test('pages that cannot be counted are a warning', async () => {
		const content = pdf('1 0 obj\n<< /Type /Catalog >>\nendobj\n');
		const result = await lab.run({
			parameters,
			items: [item({ data: { content, fileName: 'packed.pdf' } })],
		});
		expectClean(lab, result);
		expect(result.items[0]?.json.warnings).toEqual([
			'The pages of the document "packed.pdf" could not be counted: LinkedIn takes up to 300.',
		]);
	});

	test.each([
		['another kind', Buffer.from('Hello'), /no PDF, Word or PowerPoint file/],
		['too many pages', pdf(pageTree(301)), /has 301 pages/],
		['a password', compoundFile('EncryptedPackage'), /encrypted or has a password/],
		['a file that was cut off', docx().subarray(0, -40), /damaged or cut off/],
		['an empty file', Buffer.alloc(0), /is empty/],
	])('%s is told before the first call', async (_, content, says) => {
		const result = await lab.run({ parameters, items: [item({ data: content })] });
		expectClean(lab, result);
		expect(told(result)).toMatch(says);
		expect(lab.simulator.journal).toEqual([]);
	});

	test('with the check off it goes as it is', async () => {
		const result = await lab.run({
			parameters: { ...parameters, options: { checkFile: false } },
			items: [item({ data: Buffer.from('Hello') })],
		});
		expectClean(lab, result);
		expect(lab.simulator.documents()[0]?.sha256).toBe(sha256(Buffer.from('Hello')));
	});

	test('but never an empty one', async () => {
		const result = await lab.run({
			parameters: { ...parameters, options: { checkFile: false } },
			items: [item({ data: Buffer.alloc(0) })],
		});
		expect(told(result)).toContain('is empty (0 bytes)');
		expect(lab.simulator.journal).toEqual([]);
	});

	test('Retry On Fail does not begin anew', async () => {
		lab.simulator.plan({ on: 'documents.upload', fault: { kind: 'status', status: 503 } });
		const result = await lab.run({
			retryOnFail: true,
			maxTries: 2,
			parameters: { ...parameters, options: { maxRetries: 0 } },
			items: [item({ data: report })],
		});
		expectClean(lab, result);
		expect(result.error).toBeUndefined();
		expect(requests(lab.simulator, 'documents.initializeUpload')).toHaveLength(1);
	});
});

describe('document: get', () => {
	async function uploaded(): Promise<string> {
		await lab.run({ parameters, items: [item({ data: report })] });
		return lab.simulator.documents()[0]?.urn ?? '';
	}
	const get = (urn: string, options = {}) =>
		lab.run({ parameters: { resource: 'document', operation: 'get', urn, options } });

	test('its state, and where it can be downloaded', async () => {
		const urn = await uploaded();
		const result = await get(urn);
		expectClean(lab, result);
		expect(result.items[0]?.json).toMatchObject({
			urn,
			owner: OWNER,
			status: 'AVAILABLE',
			downloadUrl: expect.stringContaining('/dms/document/') as unknown,
		});
	});

	test('waits until it is available', async () => {
		lab.simulator.nextDocument({ kind: 'afterReads', reads: 3 });
		const result = await get(await uploaded(), { waitUntilAvailable: true });
		expectClean(lab, result);
		expect(result.items[0]?.json.status).toBe('AVAILABLE');
	});

	test('what failed is told as it is; waiting for it is an error', async () => {
		lab.simulator.nextDocument({ kind: 'immediate', failure: 'unreadable' });
		const urn = await uploaded();
		expect((await get(urn)).items[0]?.json.status).toBe('PROCESSING_FAILED');
		expect(told(await get(urn, { waitUntilAvailable: true }))).toContain('could not process');
	});

	test('what cannot be read is an error', async () => {
		expect(told(await get('urn:li:document:unknown'))).toContain('LinkedIn does not find it');
		expect(told(await get('urn:li:image:a'))).toContain('a URN of the kind "image"');
	});
});
