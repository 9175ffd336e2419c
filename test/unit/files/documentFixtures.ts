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

/** An object stream that holds these objects, packed as most tools do. */
export function objectStream(objects: string, { dictionary = '', length = true } = {}): string {
	const packed = deflateSync(latin1(objects)).toString('latin1');
	const size = length ? ` /Length ${packed.length}` : ' /Length 8 0 R';
	return `7 0 obj\n<< /Type /ObjStm /N 1 /First 4${size} /Filter /FlateDecode${dictionary} >>\nstream\r\n${packed}\nendstream\nendobj\n`;
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

/** A compound file whose directory names these streams (MS-CFB, 2.2 and 2.6). */
export function compoundFile(...streams: readonly string[]): Buffer {
	const header = Buffer.alloc(512);
	header.write('d0cf11e0a1b11ae1', 'hex');
	header.writeUInt16LE(3, 26);
	header.writeUInt16LE(0xfffe, 28);
	header.writeUInt16LE(9, 30);
	const entries = ['Root Entry', ...streams].map((name) => {
		const entry = Buffer.alloc(128);
		entry.write(name, 'utf16le');
		entry.writeUInt16LE(name.length * 2 + 2, 64);
		return entry;
	});
	return Buffer.concat([header, Buffer.alloc(1024), ...entries]);
}
