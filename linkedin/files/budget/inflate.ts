import type { Budget } from './budget';

/** The most that is unpacked of one stream; of a larger one, its beginning is used. */
const MAX_UNPACKED = 8 * 1024 * 1024;
const MAX_PACKED = 8 * 1024 * 1024;
/** The cost of starting: web streams, and a message to a thread. */
const BEGIN_STEPS = 80_000;

/**
 * Unpacks a zlib stream within the budget; its memory may be released once it is no longer needed.
 *
 * Uses the web's `DecompressionStream`, since community nodes may not load `zlib`. A broken stream
 * yields its beginning; bytes after its end do no harm.
 *
 * @throws OverBudget; CancelledError
 */
export async function inflate(packed: Buffer, budget: Budget): Promise<Buffer> {
	await budget.pace(BEGIN_STEPS);
	// The blob is a copy.
	const input = packed.subarray(0, MAX_PACKED);
	budget.hold(input.length);
	const stream = new Blob([input]).stream().pipeThrough(new DecompressionStream('deflate'));
	const reader = stream.getReader();
	const chunks: Uint8Array[] = [];
	let size = 0;
	try {
		while (size < MAX_UNPACKED) {
			const chunk = await nextChunk(reader);
			if (!chunk) break;
			budget.read(chunk.length);
			// Counted twice: once in its piece, once in the whole.
			budget.hold(chunk.length * 2);
			chunks.push(chunk);
			size += chunk.length;
			await budget.pace(chunk.length / 16);
		}
	} finally {
		budget.release(input.length);
		await reader.cancel().catch(() => undefined);
	}
	const whole = Buffer.concat(chunks, size);
	budget.release(size);
	return whole;
}

/** Undefined at the end, and if the stream is not packed as it says: what came before is used. */
async function nextChunk(
	reader: ReadableStreamDefaultReader<unknown>,
): Promise<Uint8Array | undefined> {
	const next = await reader.read().catch(() => undefined);
	return next?.value instanceof Uint8Array ? next.value : undefined;
}
