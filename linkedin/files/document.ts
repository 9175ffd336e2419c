import { Problem } from '../problem';
import type { Budget } from './budget/budget';
import { withinBudget } from './budget/within';
import { OR_SWITCH_OFF } from './fileProblems';
import { FILE_KINDS, type FileKind } from './kinds';
import { formatNumber } from './format';
import type { ZipFacts } from './office/package';
import type { PdfFacts } from './pdf';
import { sniff } from './sniff';
import { checkDocumentSize, MAX_PAGES, SAFE_DOCUMENT_BYTES, tooLargeProblem } from './documentSize';

const TAKEN: readonly FileKind[] = ['pdf', 'docx', 'pptx', 'doc', 'ppt'];

/** Document and image formats of other programs, all of which can export a supported one. */
const CONVERTIBLE: readonly FileKind[] = [
	'odt',
	'odp',
	'ods',
	'odf',
	'keynote',
	'iwork',
	'epub',
	'xlsx',
	'xls',
	'rtf',
	'html',
	'jpeg',
	'png',
	'text',
];

const ADVICE = 'LinkedIn accepts PDF, Word (DOC, DOCX) and PowerPoint (PPT, PPTX) files.';

/** What a document is, as far as it could be read. */
export interface DocumentFacts {
	readonly type: FileKind;
	/** Pages of a PDF, slides of a PPTX. */
	readonly pages?: number;
}

interface CheckedDocument {
	readonly facts: DocumentFacts;
	/** For the user. */
	readonly warnings: string[];
}

/**
 * Checks a document against the limits of the Documents API.
 *
 * @param bytes the whole file
 * @throws Problem for other kinds of file, over 100 MB, over 300 pages if they can be counted, with
 * a password, damaged or cut off; CancelledError
 */
export async function checkDocument(
	bytes: Buffer,
	name: string,
	signal?: AbortSignal,
): Promise<CheckedDocument> {
	checkDocumentSize({ name, size: bytes.length });
	if (bytes.length > SAFE_DOCUMENT_BYTES)
		throw tooLargeProblem(name, bytes.length, `, ${OR_SWITCH_OFF}`);
	return withinBudget(`The document "${name}"`, signal, (budget) =>
		checkWithin(bytes, name, budget),
	);
}

async function checkWithin(bytes: Buffer, name: string, budget: Budget): Promise<CheckedDocument> {
	// Loaded on first use, like the other readers in `checkFile.ts`.
	const { kind } = sniff(bytes);
	if (kind === 'pdf') {
		const { readPdf } = await import('./pdf');
		return checkPdf(await readPdf(bytes, budget), name);
	}
	if (kind === 'zip') {
		const { readZip } = await import('./office/package');
		return checkZip(await readZip(bytes, budget), name);
	}
	if (kind === 'ole') {
		const { readOle } = await import('./office/ole');
		const { kind: found, locked } = await readOle(bytes, budget);
		if (locked) throw lockedProblem(name);
		return { facts: { type: taken(found, name) }, warnings: [] };
	}
	throw otherKindProblem(kind, name);
}

function checkZip({ kind, slides, complete }: ZipFacts, name: string): CheckedDocument {
	if (!complete) throw damagedProblem(name);
	const type = taken(kind, name);
	if (type !== 'pptx') return { facts: { type }, warnings: [] };
	return { facts: { type, pages: checkPages(slides, 'slides', name) }, warnings: [] };
}

/** @throws Problem for what LinkedIn doesn't accept */
function taken(kind: FileKind, name: string): FileKind {
	if (TAKEN.includes(kind)) return kind;
	throw otherKindProblem(kind, name);
}

function otherKindProblem(kind: FileKind, name: string): Problem {
	return new Problem(
		`The document "${name}" is not a PDF, Word or PowerPoint file; it looks like ${FILE_KINDS[kind].label}`,
		{
			description: CONVERTIBLE.includes(kind)
				? `${ADVICE} Export the document as PDF.`
				: `${ADVICE} Check that this is the right file.`,
		},
	);
}

function checkPdf({ protection, pages, complete }: PdfFacts, name: string): CheckedDocument {
	if (protection === 'locked') throw lockedProblem(name);
	if (!complete) throw damagedProblem(name);
	if (pages === 0)
		throw new Problem(`The document "${name}" has no pages`, { description: 'Export it again.' });
	const warnings =
		protection === 'opens'
			? [
					`The document "${name}" is protected, although it opens without a password. LinkedIn may not display it.`,
				]
			: [];
	if (pages !== undefined) {
		return { facts: { type: 'pdf', pages: checkPages(pages, 'pages', name) }, warnings };
	}
	warnings.push(
		`The pages of the document "${name}" could not be counted. LinkedIn allows up to ${MAX_PAGES}.`,
	);
	return { facts: { type: 'pdf' }, warnings };
}

function checkPages(count: number, what: string, name: string): number {
	if (count <= MAX_PAGES) return count;
	throw new Problem(
		`The document "${name}" has ${formatNumber(count)} ${what}; LinkedIn allows up to ${MAX_PAGES}`,
		{ description: `Split the document or remove ${what}, ${OR_SWITCH_OFF}.` },
	);
}

function lockedProblem(name: string): Problem {
	return new Problem(`The document "${name}" is encrypted or password-protected`, {
		description: 'LinkedIn can’t display it. Save it without a password.',
	});
}

function damagedProblem(name: string): Problem {
	return new Problem(`The document "${name}" is damaged or cut off: its end is missing`, {
		description: 'Download or export it again.',
	});
}
