import { Problem } from '../problem';
import { emptyFileProblem } from './fileProblems';
import { formatNumber, formatBytes } from './format';

/** Documents API page: at most 100 MB and 300 pages; it doesn't say which megabyte it means. */
export const MAX_DOCUMENT_BYTES = 104_857_600;

/** At most 100 MB, whichever megabyte is meant. */
export const SAFE_DOCUMENT_BYTES = 100_000_000;

/** Documents API page: at most 300 pages. */
export const MAX_PAGES = 300;

/**
 * The size limits, which apply even if *Check File* is off.
 *
 * @throws Problem for an empty file and for one over 104,857,600 bytes
 */
export function checkDocumentSize({ name, size }: { name: string; size: number }): void {
	if (size <= 0) throw emptyFileProblem(`The document "${name}"`);
	if (size > MAX_DOCUMENT_BYTES) throw tooLargeProblem(name, size, '');
}

/** @param or another way out, if there is one */
export function tooLargeProblem(name: string, size: number, or: string): Problem {
	return new Problem(
		`The document "${name}" has ${formatNumber(size)} bytes (${formatBytes(size)}); LinkedIn allows up to 100 MB`,
		{ description: `Reduce the size of its images or split it${or}.` },
	);
}
