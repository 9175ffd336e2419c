import type { FileKind } from './kinds';
import { FILE_KINDS } from './kinds';
import { binaryKind } from './signatures';
import { textKind } from './textKinds';

/**
 * What a file looks like, for messages: names and MIME types are often wrong, so the content
 * decides.
 */
export interface Sniffed {
	readonly kind: FileKind;
	/** With an article, to follow "it looks like": `a QuickTime movie (MOV)`, `plain text`. */
	readonly label: string;
	/** A video in another format, which can be converted. */
	readonly isVideo: boolean;
}

/** Bytes from the start of a file that {@link sniff} reads; more do no harm. */
export const SNIFF_BYTES = 1024;

/**
 * Recognizes a file by its first bytes. Own tables instead of a library: the existing ones can't
 * distinguish texts (most often, users get a web page or a JSON error in place of the file), and
 * the complete one reads streams through `node:` modules.
 *
 * @param head the first {@link SNIFF_BYTES} bytes, or the whole file if it is shorter
 */
export function sniff(head: Uint8Array): Sniffed {
	const bytes = Buffer.from(head.subarray(0, SNIFF_BYTES)).toString('latin1');
	const kind = binaryKind(bytes) ?? laterPdf(bytes) ?? textKind(bytes) ?? 'unknown';
	return { kind, ...FILE_KINDS[kind] };
}

/** A PDF's header may be anywhere in its first 1,024 bytes (ISO 32000-1, annex H.3). */
function laterPdf(head: string): FileKind | undefined {
	return /%PDF-\d/.test(head) ? 'pdf' : undefined;
}
