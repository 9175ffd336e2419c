import type { FileKind } from './kinds';
import { sniff } from './sniff';
import { zipNames } from './zipNames';

/** The folder of an Office file's own parts (ECMA-376, part 1, annex). */
const ZIP_FOLDERS: readonly (readonly [folder: string, kind: FileKind])[] = [
	['word/', 'docx'],
	['ppt/', 'pptx'],
	['xl/', 'xlsx'],
];

/**
 * The stream that holds the contents, by its name in the directory of a compound file (MS-CFB),
 * which is UTF-16. A locked file holds the real one encrypted.
 */
const OLE_STREAMS: readonly (readonly [stream: Buffer, kind: FileKind])[] = [
	[Buffer.from('EncryptedPackage', 'utf16le'), 'lockedOffice'],
	[Buffer.from('WordDocument', 'utf16le'), 'doc'],
	[Buffer.from('PowerPoint Document', 'utf16le'), 'ppt'],
	[Buffer.from('Workbook', 'utf16le'), 'xls'],
];

/**
 * What a document is. `sniff` sees the first bytes only, and those are the same in Office files of
 * every kind; here the whole file is at hand.
 */
export function documentKind(bytes: Buffer): FileKind {
	const { kind } = sniff(bytes);
	switch (kind) {
		case 'zip': {
			const names = zipNames(bytes) ?? [];
			const found = ZIP_FOLDERS.find(([folder]) => names.some((name) => name.startsWith(folder)));
			return found?.[1] ?? kind;
		}
		case 'ole':
			return OLE_STREAMS.find(([stream]) => bytes.includes(stream))?.[1] ?? kind;
		default:
			return kind;
	}
}
