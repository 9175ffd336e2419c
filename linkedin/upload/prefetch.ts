import type { FileSource } from '../files/source';
import type { BufferPool } from './bufferPool';
import type { FilledPart, PartRange } from './partRange';

interface Read<Part> {
	readonly part: Part;
	readonly bytes: Promise<Buffer>;
	/** One each: many requests listening to one signal look like a leak to Node. */
	readonly stop: AbortController;
}

/** How far ahead, and into which buffers. */
interface PrefetchOptions {
	/**
	 * Parts that are read, or wait to be sent, at most: memory is so many parts beside those that are
	 * being sent.
	 */
	readonly ahead: number;
	/** Ends the reading. */
	readonly signal: AbortSignal | undefined;
	readonly pool: BufferPool;
}

/**
 * Parts of a file whose ranges can be read by themselves. While parts are being sent, the next ones
 * are read already, so that download and upload overlap; neither waits for the other's round trips.
 *
 * @param parts in the file's order; some may be left out
 */
export async function* prefetchParts<Part extends PartRange>(
	readRange: NonNullable<FileSource['readRange']>,
	parts: readonly Part[],
	{ ahead, signal, pool }: PrefetchOptions,
): AsyncGenerator<FilledPart<Part>, void, undefined> {
	const reads: Read<Part>[] = [];
	const waiting = [...parts];
	/** Reads under way, whether their part was taken or not. */
	const underWay = new Set<Read<Part>>();
	let ended = false;
	const stopAll = (): void => {
		for (const { stop } of underWay) stop.abort();
	};
	/** Parts that were taken are still being read when the last one is: the signal is theirs too. */
	const forgetSignal = (): void => {
		if (ended && underWay.size === 0) signal?.removeEventListener('abort', stopAll);
	};
	const begin = (): void => {
		const part = waiting.shift();
		if (!part) return;
		const stop = new AbortController();
		if (signal?.aborted) stop.abort();
		const bytes = readRange(part.firstByte, part.lastByte, stop.signal, (size) => pool.take(size));
		const read = { part, bytes, stop };
		underWay.add(read);
		const over = (): void => {
			underWay.delete(read);
			forgetSignal();
		};
		// A failure is reported when its part's turn comes.
		bytes.then(over, over);
		reads.push(read);
	};
	signal?.addEventListener('abort', stopAll, { once: true });
	try {
		while (reads.length < ahead && waiting.length > 0) begin();
		for (;;) {
			if (reads.length === 0) begin();
			const read = reads.shift();
			if (!read) return;
			yield { part: read.part, bytes: () => read.bytes };
			begin();
		}
	} finally {
		ended = true;
		// Nobody will come for these any more.
		for (const { stop } of reads) stop.abort();
		await Promise.allSettled(reads.map(({ bytes }) => bytes));
		forgetSignal();
	}
}
