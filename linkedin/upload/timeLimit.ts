/** Milliseconds that LinkedIn has for its answer, however few the bytes. */
const ANSWER_MS = 300_000;

/** For each byte, of a connection of 16 kB/s. */
const MS_PER_BYTE = 1 / 16;

/**
 * Milliseconds after which a file that goes in one piece, with the token, is given up: n8n's way for
 * it shows nothing of what moves.
 */
export function timeLimitMs(bytes: number): number {
	return ANSWER_MS + Math.ceil(bytes * MS_PER_BYTE);
}
