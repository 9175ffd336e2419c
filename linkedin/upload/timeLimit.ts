/** What goes to an upload URL in one request. */
export type UploadBody = 'part' | 'supplement' | 'file';

/** Milliseconds that LinkedIn has for its answer, however few the bytes. */
const ANSWER_MS: Readonly<Record<UploadBody, number>> = {
	part: 60_000,
	supplement: 120_000,
	file: 300_000,
};

/** For each byte, of a connection of 16 kB/s. */
const MS_PER_BYTE = 1 / 16;

/** Milliseconds after which a request to an upload URL is given up. */
export function timeLimitMs(body: UploadBody, bytes: number): number {
	return ANSWER_MS[body] + Math.ceil(bytes * MS_PER_BYTE);
}
