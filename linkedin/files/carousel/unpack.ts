/** Handed to zlib at once. */
const SLICE = 64 * 1024;

/**
 * Reads a zlib stream byte by byte as it is unpacked, so that only a few kilobytes of it are in memory
 * at once. It uses the web's `DecompressionStream`: community nodes may not load `zlib`.
 */
export class Unpacked {
	private readonly reader: ReadableStreamDefaultReader<unknown>;
	private chunk: Uint8Array = new Uint8Array(0);
	private at = 0;

	/** @param pieces of the stream, in their order */
	constructor(pieces: readonly Uint8Array[]) {
		this.reader = slicesOf(pieces).pipeThrough(new DecompressionStream('deflate')).getReader();
	}

	/** The next bytes where they are at hand, to be used before the next call. */
	take(count: number): Uint8Array | undefined {
		if (this.at + count > this.chunk.length) return undefined;
		const taken = this.chunk.subarray(this.at, this.at + count);
		this.at += count;
		return taken;
	}

	/** The next bytes; fewer where the stream ends, or is broken. */
	async read(count: number): Promise<Uint8Array> {
		const bytes = new Uint8Array(count);
		let filled = 0;
		while (filled < count) {
			if (this.at === this.chunk.length && !(await this.receive())) break;
			const part = this.chunk.subarray(this.at, this.at + count - filled);
			bytes.set(part, filled);
			filled += part.length;
			this.at += part.length;
		}
		return bytes.subarray(0, filled);
	}

	async close(): Promise<void> {
		await this.reader.cancel().catch(() => undefined);
	}

	private async receive(): Promise<boolean> {
		const next = await this.reader.read().catch(() => undefined);
		if (!(next?.value instanceof Uint8Array)) return false;
		this.chunk = next.value;
		this.at = 0;
		return true;
	}
}

function slicesOf(pieces: readonly Uint8Array[]): ReadableStream<Uint8Array> {
	let piece = 0;
	let at = 0;
	return new ReadableStream<Uint8Array>({
		pull(controller) {
			while (piece < pieces.length && at >= (pieces[piece]?.length ?? 0)) {
				piece += 1;
				at = 0;
			}
			const slice = pieces[piece]?.subarray(at, at + SLICE);
			at += SLICE;
			if (slice) controller.enqueue(slice);
			else controller.close();
		},
	});
}
