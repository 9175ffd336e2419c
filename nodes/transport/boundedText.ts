import { MOST_ANSWER_BYTES } from '../../linkedin/api/answerBounds';
import { Places } from '../../linkedin/api/places';
import { TURNS, turnBefore } from '../../linkedin/api/turns';

/** Bytes that any answer may use; a larger one waits until it is one of few. */
const SMALL_BYTES = 256 * 1024;

/** Larger answers that are received at once in a process: 64 MiB of text, at two bytes a character. */
const LARGE = new Places(4);

/** So little is decoded and parsed in no time. */
const TINY_BYTES = 16 * 1024;
/** So much is decoded at one go: other scripts take 8 ms per MiB. */
const PIECE_BYTES = 256 * 1024;

/**
 * The text of an answer, up to `MOST_ANSWER_BYTES`. A larger one is not read further: leaving the
 * loop closes the connection.
 *
 * Hundreds of answers may come at the same time, and each is parsed by whoever gets it, at once. So the
 * event loop turns while one is decoded that takes time, and before it is given out. It keeps its place
 * until then: those that were given out go first, so that hardly any wait to be parsed.
 *
 * @returns undefined if there is more
 * @throws CancelledError; what the chunks throw
 */
export async function boundedText(
	chunks: AsyncIterable<unknown>,
	signal: AbortSignal | undefined,
): Promise<string | undefined> {
	const received = new Received();
	let hasPlace = false;
	try {
		for await (const chunk of chunks) {
			if (!(chunk instanceof Uint8Array)) continue;
			const size = received.size + chunk.length;
			if (size > MOST_ANSWER_BYTES) return undefined;
			if (size > SMALL_BYTES && !hasPlace) {
				await LARGE.enter(signal);
				hasPlace = true;
			}
			received.add(chunk);
		}
		const text = await received.end();
		await turnBefore(text);
		return text;
	} finally {
		if (hasPlace) LARGE.leave();
	}
}

const MOST_ASCII = 0x7f;

/** The bytes of an answer, until their text is needed. */
class Received {
	size = 0;
	private bytes = Buffer.allocUnsafe(TINY_BYTES);
	/** All bits that any byte has. */
	private bits = 0;

	add(chunk: Uint8Array): void {
		const size = this.size + chunk.length;
		// Copies: a chunk of one byte may keep a large block in memory.
		if (size > this.bytes.length) this.bytes = grown(this.bytes, this.size, size);
		this.bytes.set(chunk, this.size);
		this.size = size;
		for (const byte of chunk) this.bits |= byte;
	}

	async end(): Promise<string> {
		const bytes = this.bytes.subarray(0, this.size);
		// As most are. Node keeps large ones outside of V8's heap, which would otherwise grow by what it is done
		// with: several hundred MiB before it is collected.
		if (this.bits <= MOST_ASCII) return bytes.toString('latin1');
		const decoder = new TextDecoder();
		let text = '';
		for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
			if (bytes.length > TINY_BYTES) await TURNS.breathe(true);
			text += decoder.decode(bytes.subarray(at, at + PIECE_BYTES), { stream: true });
		}
		return text + decoder.decode();
	}
}

function grown(bytes: Buffer, used: number, needed: number): Buffer {
	const larger = Buffer.allocUnsafe(
		Math.min(Math.max(needed, bytes.length * 2), MOST_ANSWER_BYTES),
	);
	bytes.copy(larger, 0, 0, used);
	return larger;
}
