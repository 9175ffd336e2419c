import { checkImageFile } from './checkFile';
import type { ImageFacts } from './image';
import { readAll } from './readAll';
import type { FileSource } from './source';
import { emptyFileProblem } from './fileProblems';
import { MAX_IMAGE_BYTES } from './imageLimits';

/** An image in memory: it is sent in one PUT, which must be repeatable. */
interface LoadedImage {
	readonly bytes: Buffer;
	readonly fileName: string;
	/** If it was checked. */
	readonly facts?: ImageFacts;
	readonly warnings: readonly string[];
}

/**
 * @param noun `image` or `thumbnail`
 * @param check whether to check it against LinkedIn's limits
 * @throws Problem
 */
export async function readImage(
	file: FileSource,
	noun: string,
	check: boolean,
	signal: AbortSignal | undefined,
): Promise<LoadedImage> {
	if (file.size === 0) {
		throw emptyFileProblem(
			`The ${noun} "${file.name}"`,
			'Check the node that reads or downloads it.',
		);
	}
	const bytes = await readAll(file, MAX_IMAGE_BYTES, noun, signal);
	const { name: fileName } = file;
	if (!check) return { bytes, fileName, warnings: [] };
	return {
		bytes,
		fileName,
		...(await checkImageFile(bytes, { name: fileName, what: noun, signal })),
	};
}
