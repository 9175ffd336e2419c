import type { FileKind } from './kinds';
import { FILE_KINDS } from './kinds';
import { binaryKind } from './signatures';
import { textKind } from './textKinds';

/** What a file looks like, for messages: names and MIME types are often wrong, contents never lie. */
export interface Sniffed {
	readonly kind: FileKind;
	/** With article, to stand behind "it looks like": `a QuickTime movie (MOV)`, `plain text`. */
	readonly label: string;
	/** A video, only in another format: converting helps. */
	readonly isVideo: boolean;
}

/** Bytes from the start of a file that {@link sniff} looks at; more do no harm. */
export const SNIFF_BYTES = 1024;

/**
 * Recognises a file by its first bytes. Own tables rather than a library: the ones that exist tell
 * no texts apart (a web page or an error answer in JSON in place of the file is what users meet
 * most), and the complete one reads streams through `node:` modules.
 *
 * @param head the first {@link SNIFF_BYTES} bytes, or the whole file where it is shorter
 */
export function sniff(head: Uint8Array): Sniffed {
	const bytes = Buffer.from(head.subarray(0, SNIFF_BYTES)).toString('latin1');
	const kind = binaryKind(bytes) ?? laterPdf(bytes) ?? textKind(bytes) ?? 'unknown';
	return { kind, ...FILE_KINDS[kind] };
}

/** A PDF's header may stand anywhere in its first 1,024 bytes (ISO 32000-1, annex H.3). */
function laterPdf(head: string): FileKind | undefined {
	return /%PDF-\d/.test(head) ? 'pdf' : undefined;
}
