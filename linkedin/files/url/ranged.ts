import type { FileSource } from '../source';
import { markFresh } from '../spent';
import { readRangeInto } from './range';
import type { UrlFile } from './urlFile';

/** If the file is read in order, it is requested in ranges of this many bytes. */
const BLOCK_BYTES = 4 * 1024 * 1024;

/**
 * A file whose server supports ranges: any part of it can be read, several at once, with retries.
 * Every answer is checked against the first one.
 *
 * @param head the first bytes, which came with the first answer
 */
export function rangedSource(file: UrlFile, head: Buffer): FileSource {
	const readRange = async (
		firstByte: number,
		lastByte: number,
		signal?: AbortSignal,
		// allocUnsafe: each byte is written before the buffer is passed on.
		allocate: (length: number) => Buffer | Promise<Buffer> = (length) => Buffer.allocUnsafe(length),
	): Promise<Buffer> => {
		if (lastByte < head.length) return head.subarray(firstByte, lastByte + 1);
		const bytes = await allocate(lastByte - firstByte + 1);
		await readRangeInto(file, firstByte, bytes, signal);
		return bytes;
	};
	async function* inOrder(signal: AbortSignal | undefined): AsyncGenerator<Buffer> {
		if (head.length > 0) yield head;
		for (let first = head.length; first < file.size; first += BLOCK_BYTES) {
			const block = await readRange(first, Math.min(first + BLOCK_BYTES, file.size) - 1, signal);
			markFresh(block);
			yield block;
		}
	}
	const { name, size, mimeType } = file;
	return { name, size, mimeType, readRange, open: (signal) => Promise.resolve(inOrder(signal)) };
}
