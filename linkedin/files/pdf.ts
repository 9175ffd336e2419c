import { dictionariesWith, type PdfDictionary } from './pdfDictionary';
import { objectStreams } from './pdfStreams';

/** What can be known of a PDF without a whole PDF reader. */
interface PdfFacts {
	/** Undefined where the file does not show it in a place that is looked at. */
	readonly pages: number | undefined;
	readonly encrypted: boolean;
	/** Its end is there: a PDF that was cut off on its way has lost it. */
	readonly complete: boolean;
}

/** The end mark stands in the last 1,024 bytes (ISO 32000-1, annex H.3); some tools add more. */
const TAIL_BYTES = 4096;

/**
 * Reads of a PDF: the number of pages from the root of its page tree (ISO 32000-1, 7.7.3),
 * whether it is encrypted (7.6), whether its end is there.
 *
 * Our own reader of these three facts: the libraries for PDF are megabytes, or need modules that
 * n8n does not allow. It looks for the page tree wherever it may stand, in the open or in an object
 * stream, instead of following the file's cross references.
 */
export async function readPdf(bytes: Buffer): Promise<PdfFacts> {
	const encrypted = isEncrypted(bytes);
	return {
		encrypted,
		pages: encrypted ? undefined : await countPages(bytes),
		complete: bytes.subarray(-TAIL_BYTES).includes('%%EOF'),
	};
}

/** The trailer, or the cross-reference stream in its place, says so: both have a `/Root`. */
function isEncrypted(bytes: Buffer): boolean {
	for (const { text } of dictionariesWith(bytes, '/Encrypt')) {
		// Its own dictionary, where it stands right there, is left out of the text.
		if (/\/Root\b/.test(text) && /\/Encrypt\s*(?:\d+\s+\d+\s+R|\/|$)/.test(text)) return true;
	}
	return false;
}

/** The last tree counts: every saved change appends its own version behind the earlier ones. */
async function countPages(bytes: Buffer): Promise<number | undefined> {
	const open = lastRoot(bytes);
	for await (const { at, content } of objectStreams(bytes)) {
		if (open && at < open.at) break;
		const packed = lastRoot(content);
		if (packed) return packed.pages;
	}
	return open?.pages;
}

function lastRoot(bytes: Buffer): { at: number; pages: number } | undefined {
	for (const dictionary of dictionariesWith(bytes, '/Pages')) {
		const pages = pagesOfRoot(dictionary);
		if (pages !== undefined) return { at: dictionary.at, pages };
	}
	return undefined;
}

/** `/Count` of the node that has no `/Parent`: all leaves below it. */
function pagesOfRoot({ text }: PdfDictionary): number | undefined {
	if (!/\/Type\s*\/Pages\b/.test(text) || /\/Parent\b/.test(text)) return undefined;
	const count = /\/Count\s+(\d{1,9})\b/.exec(text)?.[1];
	return count === undefined ? undefined : Number(count);
}
