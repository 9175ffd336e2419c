import { OverBudget, type Budget } from './budget/budget';
import { PdfDocument } from './pdf/document';
import { protectionOf, type Protection } from './pdf/encryption';
import { countPages } from './pdf/pages';
import { PdfParser } from './pdf/parser';
import { asNumber } from './pdf/values';

/** What can be known of a PDF without a whole PDF reader. */
export interface PdfFacts {
	readonly protection: Protection;
	/** Undefined where they cannot be counted. */
	readonly pages: number | undefined;
	/** Its end is there: a PDF that was cut off on its way has lost it. */
	readonly complete: boolean;
}

/** The end mark stands in the last 1,024 bytes (ISO 32000-1, annex H.3); some tools add more. */
const TAIL_BYTES = 4096;
/** Where viewers look for the place of the cross references: bytes behind the end are common. */
const REFERENCES_REACH = 1024 * 1024;
const REFERENCES = 'startxref';
/** The header stands in the first 1,024 bytes (annex H.3), and offsets count from it. */
const HEADER_REACH = 1024;

/**
 * Reads of a PDF: the number of pages (ISO 32000-1, 7.7.3), whether it is encrypted and opens all the
 * same (7.6), whether its end is there.
 *
 * Our own reader of these facts: the libraries for PDF are megabytes, or need modules that n8n does not
 * allow. It follows the file's cross references; where those are broken it looks through the file once
 * for its objects. What costs more than the budget leaves the pages uncounted.
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
		// References that lead to the pages are whole, whatever stands behind them.
		if (facts.pages !== undefined) return { ...facts, complete: true };
		// Packed objects are encrypted too, and need no second look.
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
	// What is locked is refused, so that its pages do not matter.
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
