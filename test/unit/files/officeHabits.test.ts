import { checkDocument } from '../../../linkedin/files/document';
import { fixture } from '../../fixtures/make';
import { compoundFile, docx, pptx, zip } from './documentFixtures';
import { problemOf } from './support';

const check = (bytes: Buffer) => checkDocument(bytes, 'report');
const refusalOf = async (bytes: Buffer) => (await problemOf(() => check(bytes))).message;
const LOCKED = 'The document "report" is encrypted or password-protected';

describe('ZIP', () => {
	/** With the end record of large archives, as some tools always write it. */
	function zip64(small: Buffer, shift = 0): Buffer {
		const end = small.length - 22;
		const record = Buffer.alloc(56);
		record.write('PK\x06\x06', 'latin1');
		record.writeBigUInt64LE(44n, 4);
		record.writeBigUInt64LE(BigInt(small.readUInt32LE(end + 12)), 40);
		record.writeBigUInt64LE(BigInt(small.readUInt32LE(end + 16)), 48);
		const locator = Buffer.alloc(20);
		locator.write('PK\x06\x07', 'latin1');
		locator.writeBigUInt64LE(BigInt(end + shift), 8);
		const last = Buffer.from(small.subarray(end));
		last.fill(0xff, 8, 20);
		return Buffer.concat([small.subarray(0, end), record, locator, last]);
	}

	test.each([
		['an end record of large archives', zip64(pptx(3)), 'pptx', 3],
		['one whose place is stated wrong', zip64(pptx(3), 9), 'pptx', 3],
		['backslashes', zip(['ppt\\presentation.xml', 'ppt\\slides\\slide1.xml']), 'pptx', 1],
		['capital letters', zip(['PPT/presentation.xml', 'Ppt/Slides/SLIDE1.XML']), 'pptx', 1],
		['a slash in front', zip(['/word/document.xml', './word/styles.xml']), 'docx', undefined],
		['bytes behind the end', Buffer.concat([docx(), Buffer.alloc(3000)]), 'docx', undefined],
		[
			'bytes in front of the archive',
			Buffer.concat([docx().subarray(0, 30), Buffer.alloc(50), docx().subarray(30)]),
			'docx',
			undefined,
		],
	])('%s', async (_, bytes, type, pages) => {
		expect((await check(bytes)).facts).toEqual({ type, ...(pages && { pages }) });
	});

	test('the case: an end record of large archives alone', async () => {
		expect((await check(fixture('odd/docx-zip64-end-record.docx'))).facts.type).toBe('docx');
	});

	/** A stored first file with this content, as OpenDocument wants it. */
	function stating(type: string): Buffer {
		const first = zip(['mimetype']);
		first.write(type, 38, 'latin1');
		return Buffer.concat([first.subarray(0, 38), Buffer.from(type), docx()]);
	}
	test.each([
		['an OpenDocument text (ODT)', stating('application/vnd.oasis.opendocument.text')],
		[
			'an OpenDocument presentation (ODP)',
			stating('application/vnd.oasis.opendocument.presentation'),
		],
		[
			'an OpenDocument spreadsheet (ODS)',
			stating('application/vnd.oasis.opendocument.spreadsheet'),
		],
		['a Keynote presentation', zip(['Index/Document.iwa', 'Index/Slide-8060.iwa', 'preview.jpg'])],
		['a Keynote presentation', zip(['index.apxl', 'QuickLook/Thumbnail.jpg'])],
		['an Apple Pages or Numbers document', zip(['Index/Document.iwa', 'Metadata/x.plist'])],
		['an EPUB book', stating('application/epub+zip')],
	])('%s is named', async (label, bytes) => {
		const problem = await problemOf(() => check(bytes));
		expect(problem.message).toContain(`it looks like ${label}`);
		expect(problem.description).toBe(
			'LinkedIn accepts PDF, Word (DOC, DOCX) and PowerPoint (PPT, PPTX) files. Export the document as PDF.',
		);
	});
});

describe('DOC and PPT', () => {
	/** The header of a Word file, with these flags. */
	const word = (flags: number) => {
		const header = Buffer.alloc(32);
		header.writeUInt16LE(0xa5ec);
		header.writeUInt16LE(flags, 10);
		return { name: 'WordDocument', content: header };
	};
	/** The stream that says who saved a presentation, with this token. */
	const user = (token: number) => {
		const content = Buffer.alloc(40);
		content.writeUInt32LE(token, 12);
		return { name: 'Current User', content, small: true };
	};

	test.each([
		['doc', [word(0x1200), '1Table']],
		['ppt', ['PowerPoint Document', user(0xe391c05f)]],
		['ppt', ['PowerPoint Document']],
		['doc', ['WordDocument', 'ObjectPool', 'CompObj', 'Data', '1Table', 'Macros']],
	])('%s without a password', async (type, streams) => {
		expect((await check(compoundFile(...streams))).facts).toEqual({ type });
	});

	test.each([
		['a Word file', [word(0x1300), '1Table']],
		['a Word file of the old, weak way', ['1Table', word(0x9300)]],
		['a presentation', ['PowerPoint Document', user(0xf3d1c4df)]],
		[
			'a presentation, its token behind other streams',
			[{ ...user(0), name: 'Pictures' }, user(0xf3d1c4df), 'PowerPoint Document'],
		],
		['a presentation that says it by its summary', ['PowerPoint Document', 'EncryptedSummary']],
		['a new file in an old shell', ['EncryptionInfo', 'EncryptedPackage']],
		['rights management', ['\x09DRMContent', 'WordDocument']],
	])('%s with a password', async (_, streams) => {
		expect(await refusalOf(compoundFile(...streams))).toBe(LOCKED);
	});

	test('a table of sectors that is damaged: entries are found where they stand', async () => {
		const bytes = compoundFile('WordDocument', '1Table');
		bytes.writeUInt32LE(0xffffff, 48);
		expect((await check(bytes)).facts).toEqual({ type: 'doc' });
	});

	test('chains and trees in a circle end', async () => {
		const bytes = compoundFile('WordDocument', '1Table', 'a', 'b', 'c', 'd');
		bytes.writeUInt32LE(1, 512 + 4);
		expect((await check(bytes)).facts).toEqual({ type: 'doc' });
		const circle = compoundFile('WordDocument', '1Table');
		circle.writeUInt32LE(1, 1024 + 2 * 128 + 72);
		expect((await check(circle)).facts).toEqual({ type: 'doc' });
	});
});
