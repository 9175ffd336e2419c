import { checkImageFile } from './checkFile';
import { readAll } from './readAll';
import type { FileSource } from './source';
import { Problem } from '../problem';

/**
 * LinkedIn counts pixels, not bytes; this is what its 36,152,320 pixels take at most, uncompressed
 * at 8 bytes each, so that a mistaken field does not fill a worker's memory.
 */
const LIMIT_BYTES = 36_152_320 * 8;

/** An image in memory: it goes in one PUT, which must be repeatable. */
export interface LoadedImage {
	readonly bytes: Buffer;
	readonly fileName: string;
	readonly warnings: readonly string[];
}

/**
 * @param noun `image` or `thumbnail`
 * @param check refuse what LinkedIn would refuse
 * @throws Problem
 */
export async function readImage(
	file: FileSource,
	noun: string,
	check: boolean,
	signal: AbortSignal | undefined,
): Promise<LoadedImage> {
	if (file.size === 0) {
		throw new Problem(`The ${noun} "${file.name}" is empty (0 bytes)`, {
			description: 'Check the node that reads or downloads it.',
		});
	}
	const bytes = await readAll(file, LIMIT_BYTES, noun, signal);
	const warnings = check ? (await checkImageFile(bytes, file.name, noun)).warnings : [];
	return { bytes, fileName: file.name, warnings };
}
