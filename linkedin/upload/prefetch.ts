import type { FileSource } from '../files/source';
import type { PartBuffers } from '../transfer/partBuffers';
import type { FilledPart, PartRange } from './partRange';

interface Read<Part> {
	readonly part: Part;
	readonly bytes: Promise<Buffer>;
	/** One each: many requests listening to one signal look like a leak to Node. */
	readonly stop: AbortController;
}

/** How far to read ahead, and into which buffers. */
interface PrefetchOptions {
	/**
	 * The most parts that are being read or wait to be sent: memory use is this many parts besides
	 * those being sent.
	 */
	readonly ahead: () => number;
	/** Ends the reading. */
	readonly signal: AbortSignal | undefined;
	readonly buffers: PartBuffers | undefined;
}

/**
 * Parts of a file whose ranges can be read separately. While parts are being sent, the next ones
 * are already read, so that download and upload overlap; neither waits for the other's round trips.
 *
 * @param parts in the file's order; some may be left out
 */
export async function* prefetchParts<Part extends PartRange>(
	readRange: NonNullable<FileSource['readRange']>,
	parts: readonly Part[],
	{ ahead, signal, buffers }: PrefetchOptions,
): AsyncGenerator<FilledPart<Part>, void, undefined> {
	const reads: Read<Part>[] = [];
	const waiting = [...parts];
	/** Reads in progress, whether their part was taken or not. */
	const underWay = new Set<Read<Part>>();
	let ended = false;
	const stopAll = (): void => {
		for (const { stop } of underWay) stop.abort();
	};
	/** When the last part is taken, others are still being read and need the signal. */
	const forgetSignal = (): void => {
		if (ended && underWay.size === 0) signal?.removeEventListener('abort', stopAll);
	};
	const begin = (): void => {
		const part = waiting.shift();
		if (!part) return;
		const stop = new AbortController();
		if (signal?.aborted) stop.abort();
		const allocate = buffers && ((size: number) => buffers.take(size, stop.signal));
		const bytes = readRange(part.firstByte, part.lastByte, stop.signal, allocate);
		const read = { part, bytes, stop };
		underWay.add(read);
		const over = (): void => {
			underWay.delete(read);
			forgetSignal();
		};
		// A failure is reported when it is its part's turn.
		bytes.then(over, over);
		reads.push(read);
	};
	signal?.addEventListener('abort', stopAll, { once: true });
	try {
		for (;;) {
			while (reads.length < Math.max(1, ahead()) && waiting.length > 0) begin();
			const read = reads.shift();
			if (!read) return;
			yield { part: read.part, bytes: () => read.bytes };
		}
	} finally {
		ended = true;
		// These will no longer be requested.
		for (const { stop } of reads) stop.abort();
		await Promise.allSettled(reads.map(({ bytes }) => bytes));
		forgetSignal();
	}
}
