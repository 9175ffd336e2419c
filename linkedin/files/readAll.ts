import { Problem } from '../problem';
import { allocate } from './allocate';
import { asBuffer } from './bytes';
import { formatNumber } from './format';
import type { FileSource } from './source';
import { giveBack, markFresh } from './spent';

const ADVICE =
	'It is uploaded in one request, so it must fit into memory. Nothing was sent. Give n8n more memory, or use a smaller file.';

/**
 * The whole file in one buffer, for what is sent in one piece: images, documents, captions. Each
 * chunk is copied to its place as it comes, so that the file is in memory once; if it comes in one
 * chunk, that chunk is used. Whoever is done with the buffer may give it back (see `spent.ts`).
 *
 * @param limit bytes; a larger file is refused before it is read
 * @param what its name in messages, e.g. `image`
 * @throws Problem if it is larger, or doesn't have the expected size
 */
export async function readAll(
	source: FileSource,
	limit: number,
	what: string,
	signal?: AbortSignal,
): Promise<Buffer> {
	if (source.size > limit) {
		throw new Problem(
			`The ${what} "${source.name}" has ${formatNumber(source.size)} bytes; the limit is ${formatNumber(limit)}`,
			{ description: `Use a smaller ${what}.` },
		);
	}
	let whole: Buffer | undefined;
	let size = 0;
	for await (const chunk of await source.open(signal)) {
		const before = size;
		size += chunk.length;
		if (size > source.size) break;
		if (chunk.length === source.size) {
			whole = asBuffer(chunk);
			continue;
		}
		if (chunk.length === 0) continue;
		if (!whole) {
			whole = allocate(source.size, `The ${what} "${source.name}"`, ADVICE);
			markFresh(whole);
		}
		whole.set(chunk, before);
		giveBack(chunk);
	}
	if (size !== source.size) {
		const told = formatNumber(source.size);
		const contains = size > source.size ? `more than ${told}` : formatNumber(size);
		throw new Problem(
			`The ${what} "${source.name}" contains ${contains} bytes instead of ${told}: it changed or is damaged`,
			{ description: 'Run the workflow again from the step that delivers the file.' },
		);
	}
	return whole ?? Buffer.alloc(0);
}
