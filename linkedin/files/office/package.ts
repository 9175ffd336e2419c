import type { Budget } from '../budget/budget';
import type { FileKind } from '../kinds';
import { eachZipName } from './zip';

/** What a ZIP is. */
export interface ZipFacts {
	readonly kind: FileKind;
	/** For a presentation. */
	readonly slides: number;
	/** Its directory is there: a ZIP that was cut off in transit has lost it. */
	readonly complete: boolean;
}

/** Folders and files that only one kind has (ECMA-376, part 1; Apple's as its programs write them). */
const OWN_NAMES: readonly (readonly [kind: FileKind, name: RegExp])[] = [
	['docx', /^word\//],
	['pptx', /^ppt\//],
	['xlsx', /^xl\//],
	['keynote', /^(?:index\/(?:master)?slide|index\.apxl)/],
	['iwork', /^index\/(?:document|calculationengine)/],
	// If another program has packed it again, its type is no longer where it should be.
	['odf', /^meta-inf\/manifest\.xml$/],
];
const SLIDE = /^ppt\/slides\/slide\d+\.xml$/;

/** OpenDocument states its type in an uncompressed first file (part 2 of its standard, 3.3). */
const TYPE_FILE = 'mimetype';
const NAME_AT = 30;
const EXTRA_LENGTH_AT = 28;
const STATED_TYPES: readonly (readonly [type: string, kind: FileKind])[] = [
	['application/vnd.oasis.opendocument.text', 'odt'],
	['application/vnd.oasis.opendocument.presentation', 'odp'],
	['application/vnd.oasis.opendocument.spreadsheet', 'ods'],
	['application/epub+zip', 'epub'],
];

/**
 * What a ZIP is, according to the names of the files in it: its first bytes are the same for every
 * kind.
 */
export async function readZip(bytes: Buffer, budget: Budget): Promise<ZipFacts> {
	const found = new Set<FileKind>();
	let slides = 0;
	const names = await eachZipName(bytes, budget, (name) => {
		const kind = OWN_NAMES.find(([, own]) => own.test(name))?.[0];
		if (kind !== undefined) found.add(kind);
		if (SLIDE.test(name)) slides += 1;
	});
	const kind = statedKind(bytes) ?? OWN_NAMES.find(([own]) => found.has(own))?.[0] ?? 'zip';
	return { kind, slides, complete: names > 0 };
}

function statedKind(bytes: Buffer): FileKind | undefined {
	const nameEnd = NAME_AT + TYPE_FILE.length;
	if (bytes.length < nameEnd || bytes.toString('latin1', NAME_AT, nameEnd) !== TYPE_FILE) {
		return undefined;
	}
	const at = nameEnd + bytes.readUInt16LE(EXTRA_LENGTH_AT);
	const beginning = bytes.toString('latin1', at, at + 60);
	return STATED_TYPES.find(([type]) => beginning.startsWith(type))?.[1];
}
