import fc from 'fast-check';

import { checkDocument } from '../../../linkedin/files/document';
import { checkDocumentSize } from '../../../linkedin/files/documentSize';
import { fixture } from '../../fixtures/make';
import { often } from '../../long/sampled';
import {
	compoundFile,
	docx,
	objectStream,
	packedTree,
	pageTree,
	pdf,
	pptx,
	zip,
} from './documentFixtures';
import { outcomeOf, problemOf } from './support';

const check = (bytes: Buffer) => checkDocument(bytes, 'report.pdf');
const refusalOf = (bytes: Buffer) => problemOf(() => check(bytes));
const TRAILER = '%%EOF\n';

describe('PDF: the pages', () => {
	test.each([1, 2, 299, 300])('%d are taken', async (pages) => {
		expect(await check(pdf(pageTree(pages)))).toStrictEqual({
			facts: { type: 'pdf', pages },
			warnings: [],
		});
	});

	test.each([301, 5000])('%d are too many', async (pages) => {
		const problem = await refusalOf(pdf(pageTree(pages)));
		expect(problem.message).toBe(
			`The document "report.pdf" has ${pages === 301 ? '301' : '5,000'} pages; LinkedIn allows up to 300`,
		);
		expect(problem.description).toContain('switch off "Check File"');
	});

	test('packed into an object stream, with its length or a reference to it', async () => {
		for (const length of [true, false]) {
			const bytes = pdf(objectStream(packedTree(12), { length }));
			expect(await check(bytes)).toMatchObject({ facts: { pages: 12 }, warnings: [] });
		}
	});

	test('a long list of children before the count', async () => {
		const kids = Array.from({ length: 9000 }, (_, index) => `${index + 10} 0 R`).join(' ');
		expect(await check(pdf(pageTree(299, kids)))).toMatchObject({ facts: { pages: 299 } });
	});

	test('of a saved change, the later tree counts: in the open or packed', async () => {
		const packed = (pages: number) => objectStream(packedTree(pages));
		const versions: [string, number][] = [
			[pageTree(400) + TRAILER + pageTree(20), 20],
			[packed(400) + TRAILER + packed(20), 20],
			[packed(400) + TRAILER + pageTree(20), 20],
			[pageTree(400) + TRAILER + packed(20), 20],
		];
		for (const [body, pages] of versions) {
			expect(await check(pdf(body))).toMatchObject({ facts: { pages } });
		}
	});

	test.each([
		['nowhere', '1 0 obj\n<< /Type /Catalog >>\nendobj\n'],
		['without a count', '2 0 obj\n<< /Type /Pages /Kids [] >>\nendobj\n'],
		['in a node only', '2 0 obj\n<< /Type /Pages /Count 4 /Parent 1 0 R >>\nendobj\n'],
		[
			'in a stream of another packing',
			objectStream(packedTree(5)).replace('FlateDecode', 'LZWDecode'),
		],
		['in a broken stream', objectStream(packedTree(5)).replace(/stream\r\n../s, 'stream\r\nxx')],
		['in an open end', '2 0 obj\n<< /Type /Pages /Count 4'],
	])('%s: unknown, a warning', async (_, body) => {
		expect(await check(pdf(body))).toStrictEqual({
			facts: { type: 'pdf' },
			warnings: [
				'The pages of the document "report.pdf" could not be counted. LinkedIn allows up to 300.',
			],
		});
	});

	test('a stream that unpacks to far more than it should ends somewhere', async () => {
		const bomb = objectStream({ 5: 'x'.repeat(10_000_000) });
		expect((await check(pdf(bomb.repeat(10)))).warnings).toHaveLength(1);
	});

	test('a file made of names does not take long', async () => {
		const bytes = pdf(`<<${'/Pages'.repeat(50_000)}`);
		expect((await check(bytes)).warnings).toHaveLength(1);
	});
});

describe('PDF: protected or cut off', () => {
	test.each([
		['a trailer', 'trailer\n<< /Root 1 0 R /Encrypt 5 0 R /ID [<AB><CD>] >>\n%%EOF\n'],
		[
			'a trailer with the dictionary in it',
			'trailer\n<< /Root 1 0 R /Encrypt << /V 4 >> >>\n%%EOF',
		],
		['a cross-reference stream', '9 0 obj\n<</Type/XRef/Root 1 0 R/Encrypt 5 0 R>>stream\n%%EOF'],
	])('%s that names an encryption', async (_, trailer) => {
		const problem = await refusalOf(pdf(pageTree(3), trailer));
		expect(problem.message).toBe('The document "report.pdf" is encrypted or password-protected');
		expect(problem.description).toContain('Save it without a password');
	});

	test('an object that has such a field is no trailer', async () => {
		const object = '6 0 obj\n<< /Type /Thing /Encrypt 5 0 R >>\nendobj\n';
		expect(await check(pdf(pageTree(3) + object))).toMatchObject({ facts: { pages: 3 } });
	});

	test('the word alone is none', async () => {
		const text = '4 0 obj\n<< /Length 20 >>\nstream\n(/Encrypt 5 0 R) Tj\nendstream\nendobj\n';
		expect(await check(pdf(pageTree(3) + text))).toMatchObject({ facts: { pages: 3 } });
	});

	test('without its end', async () => {
		const problem = await refusalOf(pdf(pageTree(3), 'x'.repeat(5000)));
		expect(problem.message).toBe(
			'The document "report.pdf" is damaged or cut off: its end is missing',
		);
	});
});

describe('Office files, whatever their name says', () => {
	test.each([
		['docx', docx()],
		['doc', compoundFile('WordDocument', '1Table')],
		['ppt', compoundFile('PowerPoint Document')],
	])('%s', async (kind, bytes) => {
		expect(await check(bytes)).toStrictEqual({ facts: { type: kind }, warnings: [] });
	});

	test('pptx, with its slides', async () => {
		expect(await check(pptx(300))).toStrictEqual({
			facts: { type: 'pptx', pages: 300 },
			warnings: [],
		});
		expect((await refusalOf(pptx(301))).message).toContain(
			'has 301 slides; LinkedIn allows up to 300',
		);
	});

	test('a comment behind the directory of a ZIP is no harm', async () => {
		expect(await check(zip(['word/document.xml'], 'PK or not'))).toMatchObject({
			facts: { type: 'docx' },
		});
	});

	test.each([
		['an Excel workbook (XLSX)', zip(['[Content_Types].xml', 'xl/workbook.xml'])],
		['an old Excel workbook (XLS)', compoundFile('Workbook')],
		['an old Office file (DOC, PPT, XLS...)', compoundFile('Something')],
		['a ZIP or Office file', zip(['photos/1.jpg', 'password/x'])],
		['a JPEG image', fixture('thumbnail.jpg')],
		['an MP4 video', fixture('short-2s.mp4')],
		['a web page (HTML)', Buffer.from('<!doctype html><html><p>Sign in')],
		['plain text', Buffer.from('Hello')],
	])('%s is refused by its name', async (label, bytes) => {
		const problem = await refusalOf(bytes);
		expect(problem.message).toBe(
			`The document "report.pdf" is not a PDF, Word or PowerPoint file; it looks like ${label}`,
		);
		expect(problem.description).toContain('LinkedIn accepts PDF, Word (DOC, DOCX)');
	});

	test('with a password', async () => {
		const problem = await refusalOf(compoundFile('EncryptionInfo', 'EncryptedPackage'));
		expect(problem.message).toContain('is encrypted or password-protected');
	});

	test('a ZIP that was cut off', async () => {
		const problem = await refusalOf(docx().subarray(0, -40));
		expect(problem.message).toContain('is damaged or cut off');
	});
});

describe('the size', () => {
	test.each([
		[100_000_000, undefined],
		[100_000_001, 'or switch off'],
	])('%d bytes', async (size, told) => {
		const body = pageTree(3);
		const bytes = Buffer.concat([
			pdf(body).subarray(0, -6),
			Buffer.alloc(size - pdf(body).length, ' '),
			Buffer.from('%%EOF\n'),
		]);
		expect(bytes.length).toBe(size);
		const outcome = await problemOf(() => check(bytes)).then(
			({ message, description }) => `${message} ${description ?? ''}`,
			() => undefined,
		);
		if (told === undefined) expect(outcome).toBeUndefined();
		else expect(outcome).toContain(told);
	});

	test('its bounds hold without the check too', async () => {
		const checkSize = (size: number) => () => {
			checkDocumentSize({ name: 'a.pdf', size });
		};
		expect(checkSize(1)).not.toThrow();
		expect(checkSize(104_857_600)).not.toThrow();
		expect((await problemOf(checkSize(104_857_601))).message).toBe(
			'The document "a.pdf" has 104,857,601 bytes (104.9 MB); LinkedIn allows up to 100 MB',
		);
		expect((await problemOf(checkSize(0))).message).toBe('The document "a.pdf" is empty (0 bytes)');
		expect((await refusalOf(Buffer.alloc(0))).message).toContain('is empty');
	});
});

test.each([
	['pdf', pdf(pageTree(3) + objectStream(packedTree(5)))],
	['docx', docx()],
	['doc', compoundFile('WordDocument')],
])('%s: cut off anywhere, or with any bytes in it: fine, or a Problem', async (_, bytes) => {
	await fc.assert(
		fc.asyncProperty(
			fc.nat(bytes.length),
			fc.nat(bytes.length),
			fc.uint8Array({ maxLength: 50 }),
			async (start, end, middle) => {
				const mixed = Buffer.concat([bytes.subarray(0, start), middle, bytes.subarray(end)]);
				expect(await outcomeOf(() => check(mixed))).not.toBe('');
			},
		),
		{ numRuns: often(100, 3000) },
	);
});
