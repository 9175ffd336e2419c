import { deflateSync } from 'node:zlib';

import { checkDocument } from '../../../linkedin/files/document';

/** Pages and warnings, in short. */
async function pagesOf(bytes: Buffer): Promise<unknown> {
	const { facts, warnings } = await checkDocument(bytes, 'report.pdf');
	return warnings.length === 0 ? facts.pages : warnings;
}

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const packed = (bytes: Buffer) => deflateSync(bytes).toString('latin1');
const ten = (value: number) => String(value).padStart(10, '0');

/** A file that is written piece by piece, and knows where each object stands. */
class Writer {
	text: string;
	private readonly places = new Map<number, number>();

	constructor(header = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n') {
		this.text = header;
	}

	get at(): number {
		return this.text.length;
	}

	placeOf(number: number): number {
		return this.places.get(number) ?? 0;
	}

	object(number: number, content: string, end = '\nendobj\n'): this {
		this.places.set(number, this.at);
		this.text += `${number} 0 obj\n${content}${end}`;
		return this;
	}

	stream(number: number, entries: string, bytes: Buffer): this {
		const data = packed(bytes);
		const dictionary = `<< ${entries} /Filter /FlateDecode /Length ${data.length} >>`;
		return this.object(number, `${dictionary}\nstream\r\n${data}\nendstream`);
	}

	/** An object stream with these objects. */
	objects(number: number, contents: Readonly<Record<number, string>>, more = ''): this {
		const bodies = Object.values(contents).map((content) => `${content} `);
		let at = 0;
		const pairs = Object.keys(contents).map((key, index) => {
			const pair = `${key} ${at}`;
			at += bodies[index]?.length ?? 0;
			return pair;
		});
		const head = `${pairs.join(' ')}\n`;
		const entries = `/Type /ObjStm /N ${bodies.length} /First ${head.length} ${more}`;
		return this.stream(number, entries, latin1(head + bodies.join('')));
	}

	/** A table of these objects. @returns where it stands */
	table(numbers: readonly number[], trailer: string, end = '\r\n'): number {
		const { at } = this;
		const rows = numbers.map((number) => `${number} 1\n${ten(this.placeOf(number))} 00000 n${end}`);
		this.text += `xref\n0 1\n0000000000 65535 f${end}${rows.join('')}trailer\n<< /Size 99 ${trailer} >>\n`;
		return at;
	}

	/** A stream of references, by rows of kind, place and index. @returns where it stands */
	references(
		number: number,
		rows: ReadonlyArray<readonly [number, number, number, number]>,
		more = '',
	): number {
		const { at } = this;
		const bytes = Buffer.from(
			rows.flatMap(([, kind, place, index]) => [kind, place >> 8, place & 0xff, index]),
		);
		const index = rows.map(([object]) => `${object} 1`).join(' ');
		this.stream(number, `/Type /XRef /W [1 2 1] /Index [${index}] /Size 99 ${more}`, bytes);
		return at;
	}

	end(place: number, behind = ''): Buffer {
		return latin1(`${this.text}startxref\n${place}\n%%EOF\n${behind}`);
	}
}

const CATALOG = '<< /Type /Catalog /Pages 2 0 R >>';
const pages = (...kids: number[]) =>
	`<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`;
const PAGE = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>';

/** Two pages in the open, as its first version has them. */
function plain(header?: string): Writer {
	return new Writer(header)
		.object(1, CATALOG)
		.object(2, pages(3, 4))
		.object(3, PAGE)
		.object(4, PAGE);
}
const ALL = [1, 2, 3, 4];
const ROOT = '/Root 1 0 R';

/** For viewers of the web: the first page and its references in front, those of the rest behind. */
function linearized(): Buffer {
	const write = (first: number, main: number): Writer => {
		const writer = new Writer();
		writer.object(9, `<< /Linearized 1 /L 2000 /H [600 50] /O 3 /E 900 /N 2 /T ${ten(main)} >>`);
		const mark = `startxref\n0\n%%EOF\n`;
		const rows = [1, 3].map((number) => `${number} 1\n${ten(writer.placeOf(number))} 00000 n \n`);
		const trailer = `trailer\n<< /Size 99 ${ROOT} /Prev ${ten(main)} >>\n${mark}`;
		writer.text += `xref\n${rows.join('')}${trailer}`;
		writer.object(1, CATALOG).object(3, PAGE).object(2, pages(3, 4)).object(4, PAGE);
		for (const [index, number] of [1, 3].entries()) {
			const at = writer.text.indexOf('xref\n', first) + 9 + index * 24;
			writer.text = `${writer.text.slice(0, at)}${ten(writer.placeOf(number))}${writer.text.slice(at + 10)}`;
		}
		return writer;
	};
	const draft = write(0, 0);
	const first = draft.text.indexOf('xref\n');
	const whole = write(first, draft.at);
	whole.table([2, 4], '');
	return whole.end(first);
}

/** Old viewers find a table, new ones a stream that the table names. */
function hybrid(): Buffer {
	const writer = new Writer().objects(8, { 2: pages(3, 4), 4: PAGE });
	writer.object(1, CATALOG).object(3, PAGE);
	const stream = writer.references(9, [
		[2, 2, 8, 0],
		[4, 2, 8, 1],
		[8, 1, writer.placeOf(8), 0],
	]);
	return writer.end(writer.table([1, 3], `${ROOT} /XRefStm ${stream}`));
}

/** A change behind the file: a page more. */
function changed(header?: string): Buffer {
	const writer = plain(header);
	const before = writer.table(ALL, ROOT);
	writer.text += `startxref\n${before}\n%%EOF\n`;
	writer.object(2, pages(3, 4, 5)).object(5, PAGE);
	return writer.end(writer.table([2, 5], `${ROOT} /Prev ${before}`));
}

/** A change by a stream behind a file with a table. */
function changedByStream(): Buffer {
	const writer = plain();
	const before = writer.table(ALL, ROOT);
	writer.text += `startxref\n${before}\n%%EOF\n`;
	writer.objects(7, { 2: pages(3, 4, 5), 5: PAGE });
	const rows: Array<[number, number, number, number]> = [
		[2, 2, 7, 0],
		[5, 2, 7, 1],
		[7, 1, writer.placeOf(7), 0],
	];
	return writer.end(writer.references(9, rows, `${ROOT} /Prev ${before}`));
}

/** Everything packed, the tree in another stream than its leaves. */
function packedInTwo(more = ''): Buffer {
	const writer = new Writer('%PDF-1.5\n')
		.objects(7, { 1: CATALOG, 2: pages(3, 4) })
		.objects(8, { 3: PAGE, 4: PAGE }, more);
	return writer.end(
		writer.references(
			9,
			[
				[1, 2, 7, 0],
				[2, 2, 7, 1],
				[3, 2, 8, 0],
				[4, 2, 8, 1],
				[7, 1, writer.placeOf(7), 0],
				[8, 1, writer.placeOf(8), 0],
			],
			ROOT,
		),
	);
}

const written = (writer: Writer, behind = '') => writer.end(writer.table(ALL, ROOT), behind);
const replaced = (bytes: Buffer, what: RegExp | string, by: string) =>
	latin1(bytes.toString('latin1').replace(what, by));

test.each<[string, Buffer, number]>([
	['in the open', written(plain()), 2],
	['with lines that end in CR', replaced(written(plain()), /\r\n/g, ' \r'), 2],
	['for the web', linearized(), 2],
	['for old and new viewers', hybrid(), 2],
	['with a change behind it', changed(), 3],
	['with a change by a stream', changedByStream(), 3],
	['packed in two streams', packedInTwo(), 2],
	['packed in a stream that extends another', packedInTwo('/Extends 7 0 R'), 2],
	['by PDF 2.0', changed('%PDF-2.0\n'), 3],
	['with a header that tells its program', changed('%!PS-Adobe-3.0 PDF-1.4\n%PDF-1.4\n'), 3],
	['with objects in one line', written(plain()).subarray(0), 2],
	['with a signature’s padding behind it', written(plain(), '\0'.repeat(2000)), 2],
	['with comments of its maker behind the end', written(plain(), '%made by x\n'.repeat(50)), 2],
	[
		'with a newline too few behind startxref',
		replaced(written(plain()), 'startxref\n', 'startxref '),
		2,
	],
	[
		'with an object without an end',
		written(
			new Writer().object(1, CATALOG, '\n').object(2, pages(3, 4)).object(3, PAGE).object(4, PAGE),
		),
		2,
	],
	[
		'with pages of pages',
		written(
			new Writer()
				.object(1, CATALOG)
				.object(2, '<< /Type /Pages /Count 7 /Kids [3 0 R] >>')
				.object(3, pages(4))
				.object(4, PAGE),
		),
		7,
	],
	[
		'with a catalog that holds its pages itself',
		written(
			new Writer()
				.object(1, `<< /Type /Catalog /Pages ${pages(3, 4)} >>`)
				.object(2, 'null')
				.object(3, PAGE)
				.object(4, PAGE),
		),
		2,
	],
	[
		'with an XMP and a form',
		written(
			new Writer()
				.object(
					1,
					'<< /Type /Catalog /AcroForm << /Fields [] >> /Metadata 5 0 R /Pages 2 0 R /OpenAction [3 0 R /Fit] >>',
				)
				.object(2, pages(3, 4))
				.object(3, PAGE)
				.object(4, PAGE),
		),
		2,
	],
	['with a count that is a real number', replaced(written(plain()), '/Count 2', '/Count 2.'), 2],
])('%s', async (_, bytes, count) => {
	expect(await pagesOf(bytes)).toBe(count);
});
