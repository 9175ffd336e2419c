import { markKept } from '../spent';
import { bodyOf } from './body';
import type { UrlAnswer, UrlReading } from './http';

/**
 * Bytes of a stream that may be read before the real reading starts: room for the headers of a
 * video, and for the first part.
 */
export const LOOK_AHEAD_BYTES = 8 * 1024 * 1024;

/** What is kept of it, so that the check and the upload share one answer; one chunk may exceed it. */
const KEPT_BYTES = LOOK_AHEAD_BYTES + 1024 * 1024;

/** An answer in progress, and what was read of it so far, as long as that is little. */
export interface Flow {
	readonly answer: UrlAnswer;
	readonly chunks: AsyncGenerator<Uint8Array, void, undefined>;
	readBytes: number;
	kept: Uint8Array[];
	/** It broke off, or more was read than can be kept. */
	lost: boolean;
	ended: boolean;
}

export function flowOf(reading: UrlReading, answer: UrlAnswer): Flow {
	const chunks = bodyOf(reading, answer);
	return { answer, chunks, readBytes: 0, kept: [], lost: false, ended: false };
}

/** The connection first: a generator that hasn't started would not close it. */
export async function endFlow({ answer, chunks }: Flow): Promise<void> {
	answer.discard();
	await chunks.return();
}

/** Keeps a chunk for the next reader, as long as that is little. */
export function keepChunk(flow: Flow, chunk: Uint8Array): void {
	if (flow.lost) return;
	if (flow.readBytes > KEPT_BYTES) loseKept(flow);
	else {
		markKept(chunk);
		flow.kept.push(chunk);
	}
}

/** It can no longer be read from its start. */
export function loseKept(flow: Flow): void {
	flow.lost = true;
	flow.kept = [];
}
