import { bodyOf, readInto } from './body';
import type { UrlAnswer } from './http';
import { compressedProblem, tooLargeProblem } from './problems';
import type { UrlFile } from './urlFile';

/**
 * All bytes of an answer, in memory.
 *
 * @param size as its server says; undefined where it says nothing
 * @param limit bytes that fit
 * @throws ConnectionError where it breaks off; Problem for more than fits; CancelledError
 */
export async function readWhole(
	{ reading, link, name }: Omit<UrlFile, 'size'>,
	answer: UrlAnswer,
	{ size, limit }: { readonly size: number | undefined; readonly limit: number },
	signal: AbortSignal | undefined,
): Promise<Buffer> {
	const chunks = bodyOf(reading, answer, signal);
	if (size !== undefined) {
		const bytes = Buffer.allocUnsafe(size);
		// A body is not longer than its length, unless the HTTP library has unpacked it without a word.
		if (await readInto(chunks, bytes)) return bytes;
		throw compressedProblem(link.url, name);
	}
	const collected: Uint8Array[] = [];
	let length = 0;
	for await (const chunk of chunks) {
		length += chunk.length;
		if (length > limit) throw tooLargeProblem(name, limit);
		collected.push(chunk);
	}
	return Buffer.concat(collected, length);
}
