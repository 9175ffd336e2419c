import { Problem } from '../../problem';
import { formatNumber } from '../format';
import type { CaptionsFile } from './captionsFile';
import { encodingOf, piecesOf, PIECE_BYTES, type Encoding } from './decode';
import { CAPTIONS_LIMIT_BYTES } from './limits';
import { looksLikeUtf16, notUtf8Problem, unreadableProblem } from './notUtf8';

/** Native work on one byte costs a fraction of a step. */
const STEPS_PER_PIECE = PIECE_BYTES / 8;

/**
 * The text in UTF-8, without byte order mark: the bytes of the file itself if it is already UTF-8.
 *
 * @throws Problem for what is neither UTF-8 nor UTF-16 with a byte order mark: guessing an older
 * encoding could put wrong letters on the screen.
 */
export async function toUtf8(file: CaptionsFile): Promise<Buffer> {
	const { bytes, called, budget } = file;
	const encoding = encodingOf(bytes);
	let size = 0;
	let valid = 0;
	for (const piece of piecesOf(bytes, encoding)) {
		if (piece === undefined && encoding === 'utf-8') throw await notUtf8Problem(file, valid);
		if (piece === undefined) {
			throw unreadableProblem(called, `they are not valid ${encoding.toUpperCase()}`);
		}
		size += Buffer.byteLength(piece);
		valid += PIECE_BYTES;
		await budget.pace(STEPS_PER_PIECE);
	}
	if (encoding !== 'utf-8') return recode(file, encoding, size);
	if (looksLikeUtf16(bytes)) {
		throw unreadableProblem(called, 'they look like UTF-16 without a byte order mark');
	}
	return withoutMark(bytes);
}

/** Checks that this many bytes can be read. @throws Problem */
export function assertSize(size: number, called: string): void {
	if (size <= CAPTIONS_LIMIT_BYTES) return;
	throw new Problem(
		`${called} have ${formatNumber(size)} bytes; the limit is ${formatNumber(CAPTIONS_LIMIT_BYTES)}`,
		{
			description: 'Use a file that contains only the captions of this video.',
		},
	);
}

/** @param size bytes that the text has in UTF-8 */
async function recode(file: CaptionsFile, encoding: Encoding, size: number): Promise<Buffer> {
	const { bytes, called, budget } = file;
	assertSize(size, called);
	budget.hold(size);
	const text = Buffer.allocUnsafe(size);
	let at = 0;
	for (const piece of piecesOf(bytes, encoding)) {
		at += text.write(piece ?? '', at);
		await budget.pace(STEPS_PER_PIECE);
	}
	return withoutMark(text);
}

function withoutMark(text: Buffer): Buffer {
	return text[0] === 0xef && text[1] === 0xbb && text[2] === 0xbf ? text.subarray(3) : text;
}
