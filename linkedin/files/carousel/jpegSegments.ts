import type { Budget } from '../budget/budget';
import { indexOf } from '../budget/search';
import {
	ANY_MARKER,
	END_OF_IMAGE,
	SEGMENT_STEPS,
	standsAlone,
	START_OF_SCAN,
} from '../jpegMarkers';

/** A segment of a JPEG; of a scan, with its packed pixels. */
export interface Segment {
	/** The second byte of its marker. */
	readonly marker: number;
	/** Where its marker stands. */
	readonly start: number;
	/** Where its content begins, behind marker and length. */
	readonly content: number;
	/** Behind its last byte. */
	readonly end: number;
}

/**
 * The segments of a JPEG up to its end mark, which comes last with no content. Fill bytes and junk
 * between them are left out. What is behind the end (a second picture, a film) doesn't belong to it.
 *
 * Linear: each step advances by at least one byte.
 */
export async function* jpegSegments(
	bytes: Buffer,
	budget: Budget,
): AsyncGenerator<Segment, void, undefined> {
	let at = 2;
	while (at + 1 < bytes.length) {
		if (budget.spend(SEGMENT_STEPS)) await budget.turn();
		const marker = bytes[at + 1] ?? 0;
		if (bytes[at] !== 0xff) {
			const next = await indexOf(bytes, ANY_MARKER, at, budget);
			if (next < 0) return;
			at = next;
			continue;
		}
		if (marker === 0xff) {
			at += 1;
			continue;
		}
		const start = at;
		at += 2;
		if (marker === END_OF_IMAGE) {
			yield { marker, start, content: at, end: at };
			return;
		}
		if (standsAlone(marker)) continue;
		if (at + 2 > bytes.length) return;
		const length = bytes.readUInt16BE(at);
		// Shorter than itself: what follows is junk.
		if (length < 2) continue;
		const header = at + length;
		const end = marker === START_OF_SCAN ? await endOfScan(bytes, header, budget) : header;
		if (end > bytes.length) return;
		yield { marker, start, content: at + 2, end };
		at = end;
	}
}

/** In packed pixels 0xff is data before a zero, and restarts belong to them (F.1.2.3). */
async function endOfScan(bytes: Buffer, from: number, budget: Budget): Promise<number> {
	let at = from;
	for (;;) {
		at = await indexOf(bytes, ANY_MARKER, at, budget);
		if (at < 0 || at + 1 >= bytes.length) return Infinity;
		const marker = bytes[at + 1] ?? 0;
		if (marker !== 0 && !(marker >= 0xd0 && marker <= 0xd7) && marker !== 0xff) return at;
		at += marker === 0xff ? 1 : 2;
	}
}
