import { deflateSync } from 'node:zlib';

import { crc32 } from '../../fixtures/crc32';

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

const HEADER = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n';
const TRAILER = 'trailer\n<< /Size 9 /Root 1 0 R >>\nstartxref\n9\n%%EOF\n';

/** The nodes of a page tree, the root with this many pages, one node below it. */
export function pageTree(pages: number, kids = '3 0 R'): string {
	return (
		'1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n' +
		`2 0 obj\n<< /Kids [${kids}] /Type /Pages /Count ${pages} /Resources << /Font << >> >> >>\nendobj\n` +
		'3 0 obj\n<< /Type/Pages/Parent 2 0 R/Count 7/Kids[] >>\nendobj\n'
	);
}

/** A PDF whose objects stand in the open. */
export function pdf(body: string, trailer = TRAILER): Buffer {
	return latin1(`${HEADER}${body}${trailer}`);
}

/** An object stream that holds these objects, by their numbers, packed as most tools do. */
export function objectStream(
	objects: Readonly<Record<number, string>>,
	{ dictionary = '', length = true, number = 7 } = {},
): string {
	let body = '';
	const pairs = Object.entries(objects).map(([key, object]) => {
		const pair = `${key} ${body.length}`;
		body += `${object}\n`;
		return pair;
	});
	const header = `${pairs.join(' ')} `;
	const packed = deflateSync(latin1(header + body)).toString('latin1');
	const size = length ? ` /Length ${packed.length}` : ' /Length 8 0 R';
	return `${number} 0 obj\n<< /Type /ObjStm /N ${pairs.length} /First ${header.length}${size} /Filter /FlateDecode${dictionary} >>\nstream\r\n${packed}\nendstream\nendobj\n`;
}

/** Catalog and page tree, to be packed. */
export function packedTree(pages: number): Record<number, string> {
	return {
		1: '<< /Type /Catalog /Pages 2 0 R >>',
		2: `<< /Kids [3 0 R] /Type /Pages /Count ${pages} >>`,
		3: '<< /Type/Pages/Parent 2 0 R/Count 7/Kids[] >>',
	};
}

interface WholePdf {
	/** More entries of the trailer. */
	readonly trailer?: string;
	/** In front of the header. */
	readonly before?: string;
	readonly behind?: string;
	/** Objects of an earlier version of the file, which its references name too. */
	readonly earlier?: readonly string[];
}

/** A PDF with a cross-reference table that is right; the first object is its catalog. */
export function wholePdf(objects: readonly string[], options: WholePdf = {}): Buffer {
	const { trailer = '', before = '', behind = '', earlier = [] } = options;
	let text = HEADER;
	let previous = '';
	for (const version of earlier.length > 0 ? [earlier, objects] : [objects]) {
		const table = version.map((object) => {
			const at = text.length;
			text += `${object}\nendobj\n`;
			return `${/^\d+/.exec(object)?.[0] ?? ''} 1\n${String(at).padStart(10, '0')} 00000 n \n`;
		});
		const root = /^\d+/.exec(version[0] ?? '')?.[0] ?? '1';
		const at = text.length;
		text += `xref\n0 1\n0000000000 65535 f \n${table.join('')}trailer\n<< /Size 99 /Root ${root} 0 R ${previous} ${trailer} >>\nstartxref\n${at}\n%%EOF\n`;
		previous = `/Prev ${at}`;
	}
	return latin1(before + text + behind);
}

/** The objects of a page tree with so many leaves, and its root's entries. */
export function leaves(count: number, entries = `/Count ${count}`): string[] {
	const numbers = Array.from({ length: count }, (_, index) => index + 10);
	return [
		'1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>',
		`2 0 obj\n<< /Type /Pages /Kids [${numbers.map((kid) => `${kid} 0 R`).join(' ')}] ${entries} >>`,
		...numbers.map((kid) => `${kid} 0 obj\n<< /Type /Page /Parent 2 0 R >>`),
	];
}

/** A PDF whose references stand in a stream with PNG's predictor, and its objects in another one. */
export function streamedPdf(
	objects: Readonly<Record<number, string>>,
	{ predictor = 12, trailer = '' } = {},
): Buffer {
	const body = HEADER + objectStream(objects);
	const at = body.length;
	const numbers = Object.keys(objects).map(Number);
	const rows = Array.from({ length: 10 }, (_, number) => {
		if (numbers.includes(number)) return [2, 0, 0, 7, numbers.indexOf(number)];
		if (number === 7) return [1, 0, HEADER.length >> 8, HEADER.length & 0xff, 0];
		return number === 9 ? [1, (at >> 16) & 0xff, (at >> 8) & 0xff, at & 0xff, 0] : [0, 0, 0, 0, 0];
	});
	const filtered = rows.map((row, index) =>
		predictor === 1
			? row
			: [2, ...row.map((byte, column) => (byte - (rows[index - 1]?.[column] ?? 0)) & 0xff)],
	);
	const packed = deflateSync(Buffer.from(filtered.flat())).toString('latin1');
	const parameters = predictor === 1 ? '' : `/DecodeParms << /Predictor ${predictor} /Columns 5 >>`;
	return latin1(
		`${body}9 0 obj\n<< /Type /XRef /Size 10 /W [1 3 1] /Root 1 0 R ${trailer} /Filter [/FlateDecode] ${parameters} /Length ${packed.length} >>\nstream\n${packed}\nendstream\nendobj\nstartxref\n${at}\n%%EOF\n`,
	);
}

/** A ZIP of stored files with these names. */
export function zip(names: readonly string[], comment = ''): Buffer {
	const content = latin1('<x/>');
	const locals: Buffer[] = [];
	const entries: Buffer[] = [];
	let offset = 0;
	for (const name of names) {
		const header = Buffer.alloc(30);
		header.writeUInt32LE(0x04034b50, 0);
		header.writeUInt16LE(20, 4);
		header.writeUInt32LE(crc32(content), 14);
		header.writeUInt32LE(content.length, 18);
		header.writeUInt32LE(content.length, 22);
		header.writeUInt16LE(name.length, 26);
		const local = Buffer.concat([header, latin1(name), content]);
		const entry = Buffer.alloc(46);
		entry.writeUInt32LE(0x02014b50, 0);
		header.copy(entry, 6, 4, 30);
		entry.writeUInt32LE(offset, 42);
		locals.push(local);
		entries.push(entry, latin1(name));
		offset += local.length;
	}
	const directory = Buffer.concat(entries);
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt16LE(names.length, 10);
	end.writeUInt32LE(directory.length, 12);
	end.writeUInt32LE(offset, 16);
	end.writeUInt16LE(comment.length, 20);
	return Buffer.concat([...locals, directory, end, latin1(comment)]);
}

/** A Word file by its names. */
export const docx = (): Buffer =>
	zip(['[Content_Types].xml', '_rels/.rels', 'word/document.xml', 'docProps/app.xml']);

/** A presentation with this many slides, by its names. */
export function pptx(slides: number): Buffer {
	const names = Array.from({ length: slides }, (_, index) => [
		`ppt/slides/slide${index + 1}.xml`,
		`ppt/slides/_rels/slide${index + 1}.xml.rels`,
	]).flat();
	return zip(['[Content_Types].xml', 'ppt/presentation.xml', ...names]);
}

/** A stream of a compound file, with its beginning where that matters. */
type Stream =
	string | { readonly name: string; readonly content: Buffer; readonly small?: boolean };

/**
 * A compound file (MS-CFB): the header, the table of sectors (0), the directory (from 1 on), then the
 * streams. Its entries stand at the top, each the right neighbour of the one before.
 */
export function compoundFile(...streams: readonly Stream[]): Buffer {
	const entryCount = streams.length + 1;
	const directorySectors = Math.ceil(entryCount / 4);
	const header = Buffer.alloc(512);
	header.write('d0cf11e0a1b11ae1', 'hex');
	header.writeUInt16LE(3, 26);
	header.writeUInt16LE(0xfffe, 28);
	header.writeUInt16LE(9, 30);
	header.writeUInt32LE(1, 48);
	header.writeUInt32LE(0, 76);
	const table = Buffer.alloc(512, 0xff);
	for (let sector = 1; sector <= directorySectors; sector += 1) {
		table.writeUInt32LE(sector === directorySectors ? 0xfffffffe : sector + 1, sector * 4);
	}
	const smallSector = 1 + directorySectors;
	const small = Buffer.alloc(512);
	const large: Buffer[] = [];
	let pieces = 0;
	const entries = [{ name: 'Root Entry' }, ...streams].map((stream, index) => {
		const {
			name,
			content,
			small: isSmall = false,
		} = typeof stream === 'string'
			? { name: stream, content: undefined }
			: { content: undefined, ...stream };
		const entry = Buffer.alloc(128);
		entry.write(name, 'utf16le');
		entry.writeUInt16LE(name.length * 2 + 2, 64);
		entry.writeUInt32LE(0xffffffff, 68);
		entry.writeUInt32LE(index > 0 && index < streams.length ? index + 1 : 0xffffffff, 72);
		entry.writeUInt32LE(index === 0 && streams.length > 0 ? 1 : 0xffffffff, 76);
		if (index === 0) entry.writeUInt32LE(smallSector, 116);
		if (content && isSmall) {
			content.copy(small, pieces * 64);
			entry.writeUInt32LE(pieces, 116);
			entry.writeUInt32LE(content.length, 120);
			pieces += Math.ceil(content.length / 64);
		} else if (content) {
			entry.writeUInt32LE(smallSector + 1 + large.length, 116);
			entry.writeUInt32LE(5000, 120);
			large.push(Buffer.concat([content, Buffer.alloc(512 - content.length)]));
		}
		return entry;
	});
	const unused = Buffer.alloc((directorySectors * 4 - entryCount) * 128);
	return Buffer.concat([header, table, ...entries, unused, small, ...large]);
}
