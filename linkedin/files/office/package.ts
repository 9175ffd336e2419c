import type { Budget } from '../budget/budget';
import type { FileKind } from '../kinds';
import { eachZipName } from './zip';

/** What a ZIP is. */
export interface ZipFacts {
	readonly kind: FileKind;
	/** Of a presentation. */
	readonly slides: number;
	/** Its directory is there: a ZIP that was cut off on its way has lost it. */
	readonly complete: boolean;
}

/** The folders and files of a kind's own (ECMA-376, part 1; Apple's are as its programs write them). */
const OWN_NAMES: readonly (readonly [kind: FileKind, name: RegExp])[] = [
	['docx', /^word\//],
	['pptx', /^ppt\//],
	['xlsx', /^xl\//],
	['keynote', /^(?:index\/(?:master)?slide|index\.apxl)/],
	['iwork', /^index\/(?:document|calculationengine)/],
];
const SLIDE = /^ppt\/slides\/slide\d+\.xml$/;

/** OpenDocument states its type in a first file that is not packed (part 2 of its standard, 3.3). */
const TYPE_AT = 30;
const STATED_TYPES: readonly (readonly [type: string, kind: FileKind])[] = [
	['mimetypeapplication/vnd.oasis.opendocument.text', 'odt'],
	['mimetypeapplication/vnd.oasis.opendocument.presentation', 'odp'],
	['mimetypeapplication/vnd.oasis.opendocument.spreadsheet', 'ods'],
	['mimetypeapplication/epub+zip', 'epub'],
];

/** What a ZIP is, by the names of the files in it: its first bytes are the same for every kind. */
export async function readZip(bytes: Buffer, budget: Budget): Promise<ZipFacts> {
	const found = new Set<FileKind>();
	let slides = 0;
	const names = await eachZipName(bytes, budget, (name) => {
		const kind = OWN_NAMES.find(([, own]) => own.test(name))?.[0];
		if (kind !== undefined) found.add(kind);
		if (SLIDE.test(name)) slides += 1;
	});
	const beginning = bytes.toString('latin1', TYPE_AT, TYPE_AT + 60);
	const stated = STATED_TYPES.find(([type]) => beginning.startsWith(type))?.[1];
	const kind = stated ?? OWN_NAMES.find(([own]) => found.has(own))?.[0] ?? 'zip';
	return { kind, slides, complete: names > 0 };
}
