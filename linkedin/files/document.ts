import { Problem } from '../problem';
import { documentKind } from './documentKind';
import { OR_SWITCH_OFF } from './fileProblems';
import { FILE_KINDS, type FileKind } from './kinds';
import { formatNumber } from './format';
import { zipNames } from './zipNames';
import { checkDocumentSize, tooLargeProblem } from './documentSize';

const SAFE_BYTES = 100_000_000;
const MAX_PAGES = 300;

const TAKEN: readonly FileKind[] = ['pdf', 'docx', 'pptx', 'doc', 'ppt'];

const ADVICE = 'LinkedIn takes PDF, Word (DOC, DOCX) and PowerPoint (PPT, PPTX).';

/** What a document is, as far as it shows. */
interface CheckedDocument {
	readonly kind: FileKind;
	/** Pages of a PDF, slides of a PPTX. */
	readonly pages?: number;
	readonly warnings: string[];
}

/**
 * Checks a document by the limits of the Documents API.
 *
 * @param bytes the whole file
 * @throws Problem for other kinds of file, over 100 MB, over 300 pages where they can be counted, with
 * a password, damaged or cut off
 */
export async function checkDocument(bytes: Buffer, name: string): Promise<CheckedDocument> {
	checkDocumentSize({ name, size: bytes.length });
	if (bytes.length > SAFE_BYTES) throw tooLargeProblem(name, bytes.length, `, ${OR_SWITCH_OFF}`);
	const kind = documentKind(bytes);
	if (kind === 'lockedOffice') throw lockedProblem(name);
	if (kind === 'zip' && !zipNames(bytes)) throw damagedProblem(name);
	if (!TAKEN.includes(kind)) {
		throw new Problem(
			`The document "${name}" is no PDF, Word or PowerPoint file: by its content it looks like ${FILE_KINDS[kind].label}`,
			{ description: `${ADVICE} Convert it, ${OR_SWITCH_OFF}.` },
		);
	}
	if (kind === 'pdf') return checkPdf(bytes, name);
	if (kind === 'pptx')
		return { kind, pages: checkPages(slides(bytes), 'slides', name), warnings: [] };
	return { kind, warnings: [] };
}

async function checkPdf(bytes: Buffer, name: string): Promise<CheckedDocument> {
	// Loaded at first use, as `checkFile.ts` does with the other readers.
	const { readPdf } = await import('./pdf');
	const { encrypted, pages, complete } = await readPdf(bytes);
	if (encrypted) throw lockedProblem(name);
	if (!complete) throw damagedProblem(name);
	if (pages === undefined) {
		const warning = `The pages of the document "${name}" could not be counted: LinkedIn takes up to ${MAX_PAGES}.`;
		return { kind: 'pdf', warnings: [warning] };
	}
	return { kind: 'pdf', pages: checkPages(pages, 'pages', name), warnings: [] };
}

function slides(bytes: Buffer): number {
	const names = zipNames(bytes) ?? [];
	return names.filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name)).length;
}

function checkPages(count: number, what: string, name: string): number {
	if (count <= MAX_PAGES) return count;
	throw new Problem(
		`The document "${name}" has ${formatNumber(count)} ${what}; LinkedIn takes up to ${MAX_PAGES}`,
		{ description: `Split it, or leave ${what} out, ${OR_SWITCH_OFF}.` },
	);
}

function lockedProblem(name: string): Problem {
	return new Problem(`The document "${name}" is encrypted or has a password`, {
		description: `LinkedIn cannot show it. Save it without protection, ${OR_SWITCH_OFF}.`,
	});
}

function damagedProblem(name: string): Problem {
	return new Problem(`The document "${name}" is damaged or cut off: its end is missing`, {
		description: `Download or export it again, ${OR_SWITCH_OFF}.`,
	});
}
