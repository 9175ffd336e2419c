import { checkDocument } from '../../../linkedin/files/document';
import { crc32 } from '../../fixtures/crc32';
import { compoundFile } from './documentFixtures';
import { problemOf } from './support';
import { deflateRawSync } from 'node:zlib';

interface Entry {
	readonly name: string;
	readonly content?: string;
	/** Not packed. */
	readonly stored?: boolean;
}

/** How a program writes its archive. */
interface Habits {
	/** Sizes behind the content, as streaming writers have them. */
	readonly descriptors?: boolean;
	/** An extra field in each entry: times, the name in Unicode, room to align. */
	readonly extra?: number;
	readonly flags?: number;
	readonly comment?: string;
	readonly front?: Buffer;
}

/** A ZIP as programs write it: packed, with flags and extra fields. */
function archive(entries: readonly Entry[], habits: Habits = {}): Buffer {
	const { descriptors = false, extra = 0, flags = 0, comment = '', front } = habits;
	const parts: Buffer[] = front ? [front] : [];
	const directory: Buffer[] = [];
	let at = front?.length ?? 0;
	for (const { name, content = '<x/>', stored = false } of entries) {
		const raw = Buffer.from(content);
		const data = stored ? raw : deflateRawSync(raw);
		const bits = flags | (descriptors ? 8 : 0);
		const sizes = Buffer.alloc(12);
		sizes.writeUInt32LE(crc32(raw), 0);
		sizes.writeUInt32LE(data.length, 4);
		sizes.writeUInt32LE(raw.length, 8);
		const fields = Buffer.alloc(30);
		fields.writeUInt32LE(0x04034b50, 0);
		fields.writeUInt16LE(20, 4);
		fields.writeUInt16LE(bits, 6);
		fields.writeUInt16LE(stored ? 0 : 8, 8);
		if (!descriptors) sizes.copy(fields, 14);
		fields.writeUInt16LE(Buffer.byteLength(name), 26);
		fields.writeUInt16LE(extra, 28);
		const entry = Buffer.alloc(46);
		entry.writeUInt32LE(0x02014b50, 0);
		fields.copy(entry, 6, 4, 30);
		sizes.copy(entry, 16);
		entry.writeUInt32LE(at, 42);
		directory.push(entry, Buffer.from(name), Buffer.alloc(extra));
		const behind = descriptors ? [Buffer.from('PK\x07\x08', 'latin1'), sizes] : [];
		const local = Buffer.concat([fields, Buffer.from(name), Buffer.alloc(extra), data, ...behind]);
		parts.push(local);
		at += local.length;
	}
	const names = Buffer.concat(directory);
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt16LE(entries.length, 10);
	end.writeUInt32LE(names.length, 12);
	end.writeUInt32LE(at, 16);
	end.writeUInt16LE(comment.length, 20);
	return Buffer.concat([...parts, names, end, Buffer.from(comment)]);
}

const named = (...names: string[]): Entry[] => names.map((name) => ({ name }));
const WORD = named('[Content_Types].xml', '_rels/.rels', 'word/document.xml', 'word/styles.xml');
const SLIDES = named(
	'ppt/presentation.xml',
	...[1, 2, 3].map((slide) => `ppt/slides/slide${slide}.xml`),
);
const facts = async (bytes: Buffer) => (await checkDocument(bytes, 'report')).facts;

test.each([
	['a DOCX of Word', archive(WORD, { flags: 6 }), { type: 'docx' }],
	[
		'a DOCX of Google Docs, written in one go',
		archive(WORD, { descriptors: true, flags: 0x800 }),
		{ type: 'docx' },
	],
	['a DOCX of LibreOffice, its types at the end', archive([...WORD].reverse()), { type: 'docx' }],
	['a DOCX with room in each entry', archive(WORD, { extra: 300 }), { type: 'docx' }],
	[
		'a DOCX with a workbook inside',
		archive([...WORD, ...named('word/embeddings/Book.xlsx', 'customXml/item1.xml')]),
		{ type: 'docx' },
	],
	['a DOCX signed, with a comment', archive(WORD, { comment: 'PK signed' }), { type: 'docx' }],
	[
		'a DOCX with folders as entries',
		archive([...named('word/', '_rels/'), ...WORD]),
		{ type: 'docx' },
	],
	[
		'a PPTX of PowerPoint',
		archive([
			...SLIDES,
			...named(
				'ppt/slides/_rels/slide1.xml.rels',
				'ppt/slideLayouts/slideLayout1.xml',
				'ppt/notesSlides/notesSlide1.xml',
			),
		]),
		{ type: 'pptx', pages: 3 },
	],
	[
		'a PPTX of Keynote, written in one go',
		archive(SLIDES, { descriptors: true }),
		{ type: 'pptx', pages: 3 },
	],
	[
		'a PPTX behind something else',
		archive(SLIDES, { front: Buffer.from('PK\x03\x04stub', 'latin1') }),
		{ type: 'pptx', pages: 3 },
	],
	[
		'a DOC of Word',
		compoundFile('WordDocument', '1Table', 'Data', '\x05SummaryInformation', '\x01CompObj'),
		{ type: 'doc' },
	],
	[
		'a PPT of PowerPoint',
		compoundFile('PowerPoint Document', 'Pictures', '\x05SummaryInformation', 'Current User'),
		{ type: 'ppt' },
	],
])('%s', async (_, bytes, expected) => {
	expect(await facts(bytes)).toEqual(expected);
});

const odf = (type: string, stored = true): Entry[] => [
	{ name: 'mimetype', content: `application/vnd.oasis.opendocument.${type}`, stored },
	...named('content.xml', 'styles.xml', 'META-INF/manifest.xml'),
];
test.each([
	['an ODT of LibreOffice', archive(odf('text')), 'an OpenDocument text (ODT)'],
	['an ODT template', archive(odf('text-template')), 'an OpenDocument text (ODT)'],
	[
		'an ODP of LibreOffice',
		archive([...odf('presentation'), ...named('Thumbnails/thumbnail.png')]),
		'an OpenDocument presentation (ODP)',
	],
	['an ODT with an extra field', archive(odf('text'), { extra: 20 }), 'an OpenDocument text (ODT)'],
	[
		'an ODP packed again, its type last and packed',
		archive([...odf('presentation', false)].reverse()),
		'an OpenDocument file',
	],
	[
		'a Keynote presentation',
		archive(
			named(
				'Data/st0.jpg',
				'Index/Document.iwa',
				'Index/MasterSlide-1.iwa',
				'Metadata/Properties.plist',
			),
		),
		'a Keynote presentation',
	],
	[
		'Pages',
		archive(named('Index/Document.iwa', 'Index/Metadata.iwa')),
		'an Apple Pages or Numbers document',
	],
	['a workbook', archive(named('xl/workbook.xml')), 'an Excel workbook (XLSX)'],
	[
		'an EPUB',
		archive([{ name: 'mimetype', content: 'application/epub+zip', stored: true }]),
		'an EPUB book',
	],
	['a Visio drawing', archive(named('visio/document.xml')), 'a ZIP or Office file'],
	['an archive of photos', archive(named('a.jpg', 'b.jpg')), 'a ZIP or Office file'],
	['a workbook of old', compoundFile('Workbook'), 'an old Excel workbook (XLS)'],
	[
		'a message of Outlook',
		compoundFile('__properties_version1.0'),
		'an old Office file (DOC, PPT, XLS...)',
	],
])('%s is named', async (_, bytes, label) => {
	const { message, description } = await problemOf(() => checkDocument(bytes, 'report'));
	expect(message).toContain(`it looks like ${label}`);
	expect(description).not.toContain('Check File');
});
