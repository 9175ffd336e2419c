import { OverBudget, type Budget } from './budget/budget';
import { PdfDocument } from './pdf/document';
import { protectionOf, type Protection } from './pdf/encryption';
import { countPages } from './pdf/pages';
import { PdfParser } from './pdf/parser';
import { asNumber } from './pdf/values';

/** What can be known about a PDF without a full PDF reader. */
export interface PdfFacts {
	readonly protection: Protection;
	/** Undefined if they can't be counted. */
	readonly pages: number | undefined;
	/** Its end is there: a PDF that was cut off in transit has lost it. */
	readonly complete: boolean;
}

/** The end mark is in the last 1,024 bytes (ISO 32000-1, annex H.3); some tools append more. */
const TAIL_BYTES = 4096;
/**
 * How far from the end viewers search for the position of the cross references: bytes after the end
 * are common.
 */
const REFERENCES_REACH = 1024 * 1024;
const REFERENCES = 'startxref';
/** The header is in the first 1,024 bytes (annex H.3), and offsets count from it. */
const HEADER_REACH = 1024;

/**
 * Reads the number of pages of a PDF (ISO 32000-1, 7.7.3), whether it is encrypted and still opens
 * (7.6), and whether its end is there.
 *
 * Our own code, because PDF libraries take megabytes or need modules that n8n doesn't allow. It
 * follows the file's cross references; if those are broken, it scans the file once for its objects.
 * If that exceeds the budget, the pages are not counted.
 */
export async function readPdf(bytes: Buffer, budget: Budget): Promise<PdfFacts> {
	const start = bytes.subarray(0, HEADER_REACH).indexOf('%PDF-');
	const body = bytes.subarray(Math.max(0, start));
	const hasEnd = bytes.subarray(-TAIL_BYTES).includes('%%EOF');
	const nothing: PdfFacts = { protection: 'none', pages: undefined, complete: hasEnd };
	return readBody(body, hasEnd, budget).catch((error: unknown) => {
		if (error instanceof OverBudget) return nothing;
		throw error;
	});
}

async function readBody(bytes: Buffer, hasEnd: boolean, budget: Budget): Promise<PdfFacts> {
	const referenced = await byReferences(bytes, budget);
	if (referenced) {
		const facts = await factsOf(referenced, budget);
		// References that lead to the pages are complete, whatever follows them.
		if (facts.pages !== undefined) return { ...facts, complete: true };
		// Packed objects are encrypted too, so nothing more can be read.
		if (facts.protection !== 'none') return { ...facts, complete: true };
	}
	const facts = await factsOf(await PdfDocument.recovered(bytes, budget), budget);
	return { ...facts, complete: hasEnd };
}

async function factsOf(
	document: PdfDocument,
	budget: Budget,
): Promise<Pick<PdfFacts, 'protection' | 'pages'>> {
	const protection = await protectionOf(document);
	// A locked file is refused, so its pages don't matter.
	const pages = protection === 'locked' ? undefined : await countPages(document, budget);
	return { protection, pages };
}

async function byReferences(bytes: Buffer, budget: Budget): Promise<PdfDocument | undefined> {
	const tail = Math.max(0, bytes.length - REFERENCES_REACH);
	const at = bytes.subarray(tail).lastIndexOf(REFERENCES);
	if (at < 0) return undefined;
	const parser = new PdfParser(bytes, tail + at + REFERENCES.length, budget);
	const start = asNumber(await parser.value());
	return start === undefined ? undefined : PdfDocument.byReferences(bytes, start, budget);
}
