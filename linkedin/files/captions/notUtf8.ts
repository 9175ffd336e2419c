import { Problem } from '../../problem';
import type { CaptionsFile } from './captionsFile';
import { isUtf8 } from './decode';
import { Lines } from './lines';

/** Bytes at the start from which an encoding is guessed, only for the error. */
const GUESSED_BYTES = 50_000;

/**
 * Says which line is not UTF-8, and what the file looks like.
 *
 * @param valid bytes at the start that are fine, except for a character cut off at their end
 */
export async function notUtf8Problem(
	{ bytes, called, budget }: CaptionsFile,
	valid: number,
): Promise<Problem> {
	const lines = new Lines(bytes);
	for (let found = lines.step(); found !== 'end'; found = lines.step()) {
		if (budget.spend(1)) await budget.turn();
		const near = found === 'line' && lines.to > valid - 4;
		if (near && !isUtf8(bytes.subarray(lines.from, lines.to))) break;
	}
	const guess = looksLikeWindows1252(bytes) ? '; the file looks like Windows-1252' : '';
	return unreadableProblem(called, `line ${lines.number} is not valid UTF-8${guess}`);
}

export function unreadableProblem(called: string, why: string): Problem {
	return new Problem(`${called} can’t be read as text: ${why}`, {
		description: 'Save the captions as UTF-8.',
	});
}

/** In UTF-16, every second byte of English is zero. */
export function looksLikeUtf16(bytes: Buffer): boolean {
	const head = bytes.subarray(0, GUESSED_BYTES);
	const share = head.filter((byte) => byte === 0).length / head.length;
	return share > 0.25 && share < 0.75;
}

/** Bytes for which Windows-1252 has no character. */
const NOT_IN_1252 = [0x81, 0x8d, 0x8f, 0x90, 0x9d];
/** Share of all letters: English with quotation marks, and most Western languages, stay below it. */
const MOST_ACCENTS = 0.25;

/**
 * Cyrillic or Japanese in old encodings consists almost only of bytes above 127; Western text
 * doesn't.
 */
function looksLikeWindows1252(bytes: Buffer): boolean {
	const head = bytes.subarray(0, GUESSED_BYTES);
	const letters = head.filter((byte) => /[A-Za-z]/.test(String.fromCharCode(byte))).length;
	const accents = head.filter((byte) => byte > 0x7f);
	return (
		accents.every((byte) => !NOT_IN_1252.includes(byte)) &&
		accents.length <= (letters + accents.length) * MOST_ACCENTS
	);
}
