import { changingVersionProblem } from './problems';
import { readRangeInto, VersionChanged } from './range';
import type { UrlFile } from './urlFile';

/**
 * Asks once more, for the last byte, whether the file's version is the same: clusters whose nodes give
 * a file different ETags or dates, and servers that make them anew, show themselves before the upload
 * begins. Where nothing else is going to be asked, nothing is.
 *
 * @throws Problem that names the option; FileChanged; UrlProblem; CancelledError
 */
export async function assertSteadyVersion(
	file: UrlFile,
	head: Buffer,
	signal: AbortSignal | undefined,
): Promise<void> {
	const { version, acceptChangingEtag, size, link, name } = file;
	const hasVersion = version.etag !== undefined || version.lastModified !== undefined;
	if (acceptChangingEtag || !hasVersion || head.length >= size) return;
	try {
		await readRangeInto(file, size - 1, Buffer.alloc(1), signal);
	} catch (error) {
		if (!(error instanceof VersionChanged)) throw error;
		throw changingVersionProblem(link.url, name, error.difference);
	}
}
