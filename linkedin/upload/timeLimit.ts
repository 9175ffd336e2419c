/** Milliseconds for LinkedIn's answer, however small the file. */
const ANSWER_MS = 300_000;

/** Milliseconds per byte, for a connection of 16 kB/s. */
const MS_PER_BYTE = 1 / 16;

/**
 * Milliseconds after which sending a file in one piece, with the token, is given up: n8n's helper
 * doesn't show whether data moves.
 */
export function timeLimitMs(bytes: number): number {
	return ANSWER_MS + Math.ceil(bytes * MS_PER_BYTE);
}
