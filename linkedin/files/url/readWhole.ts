import { bodyOf, readInto, WrongPacking } from './body';
import type { UrlAnswer } from './http';
import { compressedProblem, tooLargeProblem } from './problems';
import type { UrlFile } from './urlFile';

/**
 * All bytes of an answer, in memory.
 *
 * @param amount the size that its server states, and how many bytes fit
 * @throws ConnectionError if it breaks off; Problem if it doesn't fit; CancelledError
 */
export async function readWhole(
	file: Omit<UrlFile, 'size'>,
	answer: UrlAnswer,
	amount: Amount,
	signal: AbortSignal | undefined,
): Promise<Buffer> {
	try {
		return await collect(file, bodyOf(file.reading, answer, signal), amount);
	} catch (error) {
		if (!(error instanceof WrongPacking)) throw error;
		throw compressedProblem(file.link.url, file.name, answer.unpacked);
	}
}

interface Amount {
	readonly size: number | undefined;
	readonly limit: number;
}

async function collect(
	{ link, name }: Omit<UrlFile, 'size'>,
	chunks: AsyncIterable<Uint8Array>,
	{ size, limit }: Amount,
): Promise<Buffer> {
	if (size !== undefined) {
		const bytes = Buffer.allocUnsafe(size);
		// A body is not longer than its length, unless the HTTP library has silently decompressed it.
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
