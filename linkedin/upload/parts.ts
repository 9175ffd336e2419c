import type { FileSource } from '../files/source';
import type { PartBuffers } from '../transfer/partBuffers';
import { cutParts } from './cutParts';
import type { FilledPart, PartRange } from './partRange';
import { prefetchParts } from './prefetch';

/** How the parts of a file are read. */
interface FillOptions {
	/** How many parts may currently be read ahead. */
	readonly ahead: () => number;
	/** Ends the reading. */
	readonly signal?: AbortSignal;
	/** Provides the buffers, and takes them back when a part is done. Absent for reading only once. */
	readonly buffers?: PartBuffers;
}

/**
 * The parts of a file with their bytes: read ahead, several at once, if its ranges can be read
 * separately; otherwise in order, once, one part at a time.
 *
 * @param parts in the file's order; some may be left out, because they are already on LinkedIn
 * @throws Problem if the file turns out shorter or longer than its stated size
 */
export function fillParts<Part extends PartRange>(
	source: FileSource,
	parts: readonly Part[],
	{ ahead, signal, buffers }: FillOptions,
): AsyncGenerator<FilledPart<Part>, void, undefined> {
	const { readRange } = source;
	return readRange
		? prefetchParts(readRange, parts, { ahead, signal, buffers })
		: cutParts(source, parts, buffers, signal);
}
