import type { FileSource } from '../files/source';
import type { PartBuffers } from '../transfer/partBuffers';
import { cutParts } from './cutParts';
import type { FilledPart, PartRange } from './partRange';
import { prefetchParts } from './prefetch';

/** How the parts of a file are filled. */
interface FillOptions {
	/** Parts that may be read before somebody asks for them, now. */
	readonly ahead: () => number;
	/** Ends the reading. */
	readonly signal?: AbortSignal;
	/** Where the buffers come from, and go to when a part is done. Absent for a single look. */
	readonly buffers?: PartBuffers;
}

/**
 * The parts of a file with their bytes: read ahead where its ranges can be read by themselves, several
 * at once; otherwise in order, once, one part at a time.
 *
 * @param parts in the file's order; some may be left out, because they are on LinkedIn already
 * @throws Problem when the file turns out shorter or longer than its size said
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
