import { MOST_ANSWER_BYTES } from '../../linkedin/api/answerBounds';
import { Places } from '../../linkedin/api/places';
import { TURNS } from '../../linkedin/api/turns';

/** Bytes that any answer may use; a larger one waits until it is one of few. */
const SMALL_BYTES = 256 * 1024;

/** Larger answers that are in memory at once in a process: 32 MiB, and as much again as text. */
const LARGE = new Places(4);

/** So little is decoded and parsed in no time. */
const TINY_BYTES = 16 * 1024;
/** So much is decoded at one go: other scripts take 8 ms per MiB. */
const PIECE_BYTES = 256 * 1024;

const FIRST_ROOM = 16 * 1024;

/**
 * The text of an answer, up to `MOST_ANSWER_BYTES`. A larger one is not read further: leaving the
 * loop closes the connection.
 *
 * Hundreds of answers may come at the same time, and each is parsed by whoever gets it, at once. So the
 * event loop turns while one is decoded that takes time, and before it is parsed; it keeps its place until
 * then.
 *
 * @returns undefined if there is more
 * @throws CancelledError; what the chunks throw
 */
export async function boundedText(
	chunks: AsyncIterable<unknown>,
	signal: AbortSignal | undefined,
): Promise<string | undefined> {
	let bytes = Buffer.allocUnsafe(FIRST_ROOM);
	let size = 0;
	let hasPlace = false;
	try {
		for await (const chunk of chunks) {
			if (!(chunk instanceof Uint8Array)) continue;
			const end = size + chunk.length;
			if (end > MOST_ANSWER_BYTES) return undefined;
			if (end > SMALL_BYTES && !hasPlace) {
				await LARGE.enter(signal);
				hasPlace = true;
			}
			// Copies: a chunk of one byte may keep a large block in memory.
			if (end > bytes.length) bytes = grown(bytes, size, end);
			bytes.set(chunk, size);
			size = end;
		}
		return await decoded(bytes.subarray(0, size));
	} finally {
		if (hasPlace) LARGE.leave();
	}
}

async function decoded(bytes: Buffer): Promise<string> {
	const decoder = new TextDecoder();
	let text = '';
	for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
		if (bytes.length > TINY_BYTES) await TURNS.breathe();
		text += decoder.decode(bytes.subarray(at, at + PIECE_BYTES), { stream: true });
	}
	text += decoder.decode();
	if (bytes.length > PIECE_BYTES) await TURNS.breathe();
	return text;
}

function grown(bytes: Buffer, used: number, needed: number): Buffer {
	const larger = Buffer.allocUnsafe(
		Math.min(Math.max(needed, bytes.length * 2), MOST_ANSWER_BYTES),
	);
	bytes.copy(larger, 0, 0, used);
	return larger;
}
