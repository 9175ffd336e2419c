const LEAST = 64 * 1024;
/** Larger chunks save nothing: files and sockets take their time by then. */
const MOST = 1024 * 1024;
/** Two files have chunks of the largest size. */
const DEFAULT_BYTES = 2 * MOST;

/**
 * The chunk size for files that are read from n8n's storage, in order: the more are read at once, the
 * smaller it is. A stream holds two or three of its chunks for as long as its upload waits in the queue.
 * With fifty at once, chunks of 1 MiB took more memory than all parts together, and one turn of the event
 * loop copied up to fifty of them.
 */
export class ReadAhead {
	private readers = 0;

	/**
	 * @param bytes divided by the readers that there are when another one begins. A reader keeps its size,
	 * so together they may have a few times as much.
	 */
	constructor(private readonly bytes = DEFAULT_BYTES) {}

	/**
	 * Reads with this reader's share as chunk size: a power of two from 64 KiB to 1 MiB, so that chunks
	 * end where LinkedIn's parts do.
	 *
	 * @param read counts as a reader from its first chunk until it ends or is returned
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
		const power = 2 ** Math.floor(Math.log2(this.bytes / this.readers));
		return Math.min(Math.max(power, LEAST), MOST);
	}
}
