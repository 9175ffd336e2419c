import { changingVersionProblem } from './problems';
import { readRangeInto, VersionChanged } from './range';
import type { UrlFile } from './urlFile';

/**
 * Requests the last byte to see whether the file's version stays the same. This reveals, before the
 * upload starts, clusters whose nodes return different ETags or dates for a file, and servers that
 * create new ones each time. If nothing else will be requested, this isn't either.
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
