import { checkDocument } from '../../../linkedin/files/document';
import { fixture } from '../../fixtures/make';
import {
	leaves,
	objectStream,
	packedTree,
	pageTree,
	streamedPdf,
	wholePdf,
} from './documentFixtures';
import { problemOf } from './support';

const check = (bytes: Buffer) => checkDocument(bytes, 'report.pdf');
const refusalOf = async (bytes: Buffer) => (await problemOf(() => check(bytes))).message;
/** Pages and warnings, in short. */
async function pagesOf(bytes: Buffer): Promise<unknown> {
	const { facts, warnings } = await check(bytes);
	return warnings.length === 0 ? facts.pages : warnings;
}

const UNCOUNTED =
	'The pages of the document "report.pdf" could not be counted. LinkedIn allows up to 300.';
const ORPHAN = '50 0 obj\n<< /Type /Pages /Kids [] /Count 400 >>';

describe('where things stand', () => {
	test.each([
		['a line in front of the header', { before: '\n' }],
		['1,000 bytes in front of the header, from which offsets count', { before: 'x'.repeat(1000) }],
		[
			'a web form around it',
			{
				before: '--boundary\r\nContent-Type: application/pdf\r\n\r\n',
				behind: '\r\n--boundary--\r\n',
			},
		],
		['bytes behind the end', { behind: '\0'.repeat(5000) }],
		['half a megabyte behind the end', { behind: '<!-- -->'.repeat(60_000) }],
	])('%s', async (_, around) => {
		expect(await pagesOf(wholePdf(leaves(3), around))).toBe(3);
	});

	test('bytes in front, and offsets that count from the start of the file', async () => {
		const shifted = wholePdf(leaves(3))
			.toString('latin1')
			.replace(/startxref\n\d+/, 'startxref\n7');
		expect(await pagesOf(Buffer.from(shifted, 'latin1'))).toBe(3);
	});

	test('a header behind the first 1,024 bytes is none', async () => {
		expect(await refusalOf(wholePdf(leaves(3), { before: 'x'.repeat(1100) }))).toContain(
			'plain text',
		);
	});

	test.each([1, 12, 15])(
		'references in a stream, objects in another (predictor %d)',
		async (predictor) => {
			expect(await pagesOf(streamedPdf(packedTree(12), { predictor }))).toBe(12);
		},
	);

	test('a file that was cut off is none, though its first part has an end', async () => {
		const whole = wholePdf(leaves(300), { before: '' });
		const linearized = Buffer.concat([Buffer.from('%PDF-1.4\nstartxref\n0\n%%EOF\n'), whole]);
		expect(await refusalOf(linearized.subarray(0, -600))).toContain('its end is missing');
	});
});

describe('what counts', () => {
	test.each([
		['a count that is a reference', leaves(2, '/Count 60 0 R').concat('60 0 obj\n2'), 2],
		[
			'a reference to a reference',
			leaves(2, '/Count 60 0 R').concat('60 0 obj\n61 0 R', '61 0 obj\n2'),
			2,
		],
		[
			'a reference in a circle: the tree is walked',
			leaves(2, '/Count 60 0 R').concat('60 0 obj\n60 0 R'),
			2,
		],
		['a reference to nothing', leaves(2, '/Count 60 0 R'), 2],
		['no count', leaves(5, ''), 5],
		['a negative one', leaves(5, '/Count -5'), 5],
		['a count of 0 above pages', leaves(2, '/Count 0'), 2],
		['an orphaned tree', leaves(2).concat(ORPHAN), 2],
		[
			'an orphaned tree in the open behind everything',
			[...leaves(2), '51 0 obj\n<< /Type /Pages /Count 9 >>'],
			2,
		],
		['page labels', leaves(2).concat('52 0 obj\n<< /Nums [0 << /S /D >>] /Count 999 >>'), 2],
		['outlines', leaves(2).concat('53 0 obj\n<< /Type /Outlines /Count 999 /First 54 0 R >>'), 2],
		['a node that names a parent', leaves(2, '/Parent 9 0 R /Count 2'), 2],
		['names with codes', leaves(3, '/Co#75nt 3'), 3],
		['strings that look like trees', leaves(3, '/Title (>> /Count 9 \\) << /Pages) /Count 3'), 3],
		['comments in between', leaves(3, '% >>\n/Count % 9\n3'), 3],
	])('%s', async (_, objects, pages) => {
		expect(await pagesOf(wholePdf(objects))).toBe(pages);
	});

	test('of a saved change, the later version; what it freed is gone', async () => {
		expect(await pagesOf(wholePdf(leaves(4), { earlier: leaves(400) }))).toBe(4);
	});

	test('references in a circle', async () => {
		const circle = wholePdf(leaves(4)).toString('latin1');
		const at = /startxref\n(\d+)/.exec(circle)?.[1] ?? '';
		expect(
			await pagesOf(Buffer.from(circle.replace('/Size 99', `/Prev ${at} /Size 99`), 'latin1')),
		).toBe(4);
	});

	test.each([
		['no page at all', leaves(0, '/Count 0')],
		[
			'a tree of empty trees',
			[
				'1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>',
				'2 0 obj\n<< /Type /Pages /Count 0 /Kids [3 0 R 2 0 R] >>',
				'3 0 obj\n<< /Type /Pages /Kids [] >>',
			],
		],
	])('%s is an error', async (_, objects) => {
		expect(await refusalOf(wholePdf(objects))).toBe('The document "report.pdf" has no pages');
	});

	test('over 300, also where nothing states them', async () => {
		expect(await refusalOf(wholePdf(leaves(301, '')))).toContain('has 301 pages');
	});
});

describe('broken references: the file is looked through', () => {
	const broken = (bytes: Buffer, replace: RegExp, by: string) =>
		Buffer.from(bytes.toString('latin1').replace(replace, by), 'latin1');
	const whole = wholePdf(leaves(3).concat(ORPHAN));
	test.each([
		['a wrong place', broken(whole, /startxref\n\d+/, 'startxref\n12')],
		['a place beyond the file', broken(whole, /startxref\n\d+/, 'startxref\n99999999')],
		['no place', broken(whole, /startxref/, 'startnothing')],
		['offsets that are wrong', broken(whole, /\n0000000\d(\d\d)/g, '\n00000001$1')],
		['no trailer', broken(whole, /trailer\n<<.*>>/, '')],
		['a table that is cut off', broken(whole, /xref\n0 1[^]*trailer/, 'xref\n0 1\n00000 trailer')],
	])('%s', async (_, bytes) => {
		expect(await pagesOf(bytes)).toBe(3);
	});

	test('objects in streams alone', async () => {
		expect(
			await pagesOf(broken(streamedPdf(packedTree(12)), /startxref\n\d+/, 'startxref\n3')),
		).toBe(12);
	});
});

test.each([
	['pdf-newline-before-header.pdf', 2],
	['pdf-count-is-a-reference-500-0-R.pdf', 2],
])('the case %s', async (name, pages) => {
	expect(await pagesOf(fixture(`odd/${name}`))).toBe(pages);
});

test('what cannot be counted is a warning', async () => {
	expect(await pagesOf(wholePdf(['1 0 obj\n<< /Type /Catalog >>']))).toEqual([UNCOUNTED]);
	expect(
		await pagesOf(wholePdf([pageTree(5).replace('/Pages 2 0 R', '/Pages 77 0 R').slice(0, 50)])),
	).toEqual([UNCOUNTED]);
	expect(
		await pagesOf(
			Buffer.concat([
				Buffer.from('%PDF-1.5\n'),
				Buffer.from(objectStream({ 2: '<< >>' })),
				Buffer.from('%%EOF'),
			]),
		),
	).toEqual([UNCOUNTED]);
});
