import { Problem } from '../problem';
import type { FileSource } from './source';

/**
 * The whole file in one buffer, for what is sent in one piece: images, thumbnails, captions.
 *
 * @param limit bytes; a larger file is refused before it is read
 * @param what how to call it in the message, e.g. `image`
 * @throws Problem when it is larger, or does not have the size it should
 */
export async function readAll(
	source: FileSource,
	limit: number,
	what: string,
	signal?: AbortSignal,
): Promise<Buffer> {
	if (source.size > limit) {
		throw new Problem(
			`The ${what} "${source.name}" has ${source.size} bytes; at most ${limit} can be uploaded`,
			{ description: `Use a smaller ${what}.` },
		);
	}
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of await source.open(signal)) {
		chunks.push(chunk);
		size += chunk.length;
		if (size > source.size) break;
	}
	if (size !== source.size) {
		throw new Problem(
			`The ${what} "${source.name}" gave ${size} bytes instead of ${source.size}: it changed or is damaged`,
		);
	}
	const [only] = chunks;
	return chunks.length === 1 && Buffer.isBuffer(only) ? only : Buffer.concat(chunks, size);
}
