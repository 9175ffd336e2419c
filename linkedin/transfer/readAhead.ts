/** Aligned like LinkedIn's parts, so that chunks end where parts do. */
const STEP = 64 * 1024;
/** Larger chunks save nothing: files and sockets take their time by then. */
const MOST = 1024 * 1024;
/** Two files have chunks of the largest size. */
const DEFAULT_BYTES = 2 * MOST;

/**
 * What files of n8n's storage that are read in order are read in. A stream holds two or three of its
 * chunks, the whole time that its upload waits for the queue: with fifty at once, large ones were
 * more than all parts together, and a turn of the event loop had fifty of them to copy.
 */
export class ReadAhead {
	private readers = 0;

	/** @param bytes what all readers together have, as one chunk each */
	constructor(private readonly bytes = DEFAULT_BYTES) {}

	/**
	 * Reads with a chunk size that is this reader's share: a multiple of 64 KiB, up to 1 MiB.
	 *
	 * @param read its reader counts for the next ones until it is done or left
	 */
	async *share<Chunk>(
		read: (chunkBytes: number) => AsyncIterable<Chunk>,
	): AsyncGenerator<Chunk, void, undefined> {
		this.readers += 1;
		try {
			yield* read(this.chunkBytes());
		} finally {
			this.readers -= 1;
		}
	}

	private chunkBytes(): number {
		const steps = Math.floor(this.bytes / this.readers / STEP);
		return Math.min(Math.max(steps, 1) * STEP, MOST);
	}
}
