import type { INodeParameters } from 'n8n-workflow';

import { compoundFile, docx, pageTree, pdf, pptx } from '../unit/files/documentFixtures';
import { OWNER, PAGE, scene, sha256 } from './scene';

const { calls, document, files, linkedIn } = scene();
const report = { content: pdf(pageTree(3)), fileName: 'report.pdf' };

describe('document: upload', () => {
	test.each([
		['PDF', report.content, 3],
		['DOCX', docx(), undefined],
		['PPTX', pptx(12), 12],
		['DOC', compoundFile('WordDocument'), undefined],
		['PPT', compoundFile('PowerPoint Document'), undefined],
	])('%s arrives whole', async (_, content, pages) => {
		const { json } = await document('upload').of(content);
		const [received] = linkedIn.documents();
		expect(received?.sha256).toBe(sha256(content));
		expect(json).toMatchObject({
			urn: received?.urn,
			owner: OWNER,
			status: 'AVAILABLE',
			fileSizeBytes: content.length,
			retries: 0,
			calls: 2,
			warnings: [],
			media: { status: 'AVAILABLE', id: received?.urn },
		});
		expect(json.pages).toBe(pages);
		expect(calls()).toEqual(['documents.initializeUpload', 'documents.upload', 'documents.get']);
	});

	test('a large one from a link is fetched when there is room for it, and arrives whole', async () => {
		const content = pdf(`${pageTree(3)}\n%${' '.repeat(9_000_000)}\n`);
		const cut = (request: number) => (request === 2 ? { cutAfter: 5_000_000 } : undefined);
		const url = files.add('/report.pdf', { content, ranges: false, instead: cut });
		const { json } = await document('upload', { source: 'url', url });
		expect(linkedIn.documents()[0]?.sha256).toBe(sha256(content));
		// One for its size, one that is cut off, one for the whole.
		expect(files.requests).toHaveLength(3);
		expect(json).toMatchObject({ fileSizeBytes: content.length, pages: 3, retries: 1 });
	});

	test('for a page', async () => {
		await document('upload').of(report).as(PAGE);
		expect(linkedIn.documents()[0]).toMatchObject({
			owner: PAGE,
			initializeRequest: { initializeUploadRequest: { owner: PAGE } },
		});
	});

	test('pages that cannot be counted are a warning', async () => {
		const content = pdf('1 0 obj\n<< /Type /Catalog >>\nendobj\n');
		const { json } = await document('upload').of({ content, fileName: 'packed.pdf' });
		expect(json.warnings).toEqual([
			'The pages of the document "packed.pdf" could not be counted. LinkedIn allows up to 300.',
		]);
	});

	test.each([
		['another kind', Buffer.from('Hello'), /not a PDF, Word or PowerPoint file/],
		['too many pages', pdf(pageTree(301)), /has 301 pages/],
		['a password', compoundFile('EncryptedPackage'), /encrypted or password-protected/],
		['a file that was cut off', docx().subarray(0, -40), /damaged or cut off/],
	])('%s is told before the first call', async (_, content, says) => {
		await document('upload').of(content).failsAtOnce(says);
	});
});

describe('document: get', () => {
	const get = (urn: unknown, options: INodeParameters = {}) =>
		document('get', { urn: String(urn), options });
	const uploaded = async () => (await document('upload').of(report)).json.urn;

	test('its state, and where it can be downloaded', async () => {
		const urn = await uploaded();
		const { json } = await get(urn);
		expect(json).toMatchObject({
			urn,
			owner: OWNER,
			status: 'AVAILABLE',
			downloadUrl: expect.stringContaining('/dms/document/') as unknown,
		});
	});

	test('waits until it is available', async () => {
		linkedIn.nextDocument({ kind: 'afterReads', reads: 3 });
		const { json } = await get(await uploaded(), { waitSeconds: 600 });
		expect(json.status).toBe('AVAILABLE');
	});

	test('what failed is told as it is; waiting for it is an error', async () => {
		linkedIn.nextDocument({ kind: 'immediate', failure: 'unreadable' });
		await document('upload').of(report).ends();
		const urn = linkedIn.documents()[0]?.urn;
		expect((await get(urn)).json.status).toBe('PROCESSING_FAILED');
		await get(urn, { waitSeconds: 600 }).fails('could not process');
	});

	test('what cannot be read is an error', async () => {
		await get('urn:li:document:unknown').fails('LinkedIn can’t find it');
		await get('urn:li:image:a').fails('a URN of type "image"');
	});
});
