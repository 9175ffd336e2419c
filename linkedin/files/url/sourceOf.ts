import { sniff } from '../sniff';
import { fileOf, type FileSource } from '../source';
import { parseDisposition } from './disposition';
import { packingOf } from './encoding';
import { fileNameOf } from './fileName';
import type { UrlUse } from './fileUrl';
import { isWhole, type FirstAnswer } from './firstAnswer';
import { LOOK_AHEAD_BYTES } from './flow';
import type { UrlReading } from './http';
import { lateWhole } from './lateWhole';
import type { FileLink } from './link';
import { hasPageType, isPage, mimeTypeOf, pageProblem } from './page';
import { webPageProblem } from './pageProblems';
import { compressedProblem, unknownSizeProblem } from './problems';
import { rangedSource } from './ranged';
import { readWhole } from './readWhole';
import { assertSteadyVersion } from './steadyVersion';
import { streamedSource } from './streamed';
import type { UrlFile } from './urlFile';
import { versionOf } from './version';

/** What opening a file works with. */
export interface Opening {
	readonly reading: UrlReading;
	readonly link: FileLink;
	readonly use: UrlUse;
	readonly signal: AbortSignal | undefined;
}

/**
 * The file in an answer, read in the way that its server allows.
 *
 * @returns undefined if the answer is not a file
 * @throws Problem; UrlProblem; ConnectionError if a file that is read at once breaks off;
 * CancelledError
 */
export async function sourceOf(
	{ reading, link, use, signal }: Opening,
	{ answer, head, size }: FirstAnswer,
): Promise<FileSource | undefined> {
	const { headers } = answer;
	if (isPage(headers)) throw await pageProblem(reading, link, answer, signal);
	const disposition = parseDisposition(headers.get('content-disposition'));
	const about = {
		reading,
		link,
		name: fileNameOf(disposition, [link.end, link.url]),
		mimeType: mimeTypeOf(headers),
		version: versionOf(answer),
		short: { answers: 0, bytes: 0 },
		acceptChangingEtag: use.acceptChangingEtag ?? false,
	};
	const { etag } = about.version;
	const packing = packingOf(answer);
	if (packing !== undefined) throw compressedProblem(link.url, about.name, packing);
	if (head && size !== undefined) {
		refusePage(link, answer, head);
		const file = { ...about, size };
		await assertSteadyVersion(file, head, signal);
		return { ...rangedSource(file, head), etag };
	}
	if (!isWhole(answer)) return undefined;
	if (use.wholeUpTo === undefined) assertPlanned(about, answer, size);
	const limit = use.wholeUpTo ?? LOOK_AHEAD_BYTES;
	if (size !== undefined && size > LOOK_AHEAD_BYTES && size <= limit) {
		return { ...lateWhole({ ...about, size }, answer), etag };
	}
	// What is too large for its purpose is refused by its size, without a byte of it.
	if (size !== undefined && size > limit) {
		return { ...streamedSource({ ...about, size }, answer), etag };
	}
	const bytes = await readWhole(about, answer, { size, limit }, signal);
	refusePage(link, answer, bytes);
	return { ...fileOf(about.name, bytes), mimeType: about.mimeType, etag };
}

/** LinkedIn uses a video's size to plan the parts. @throws Problem if it is unknown */
function assertPlanned(
	{ link, name }: Omit<UrlFile, 'size'>,
	{ unpacked }: FirstAnswer['answer'],
	size: number | undefined,
): void {
	if (unpacked !== undefined) throw compressedProblem(link.url, name, unpacked);
	if (size === undefined) throw unknownSizeProblem(link.url);
}

/** A page that is marked to be saved as a file may be one. @throws Problem */
function refusePage(link: FileLink, { headers }: FirstAnswer['answer'], bytes: Buffer): void {
	if (!hasPageType(headers) || sniff(bytes).kind !== 'html') return;
	throw webPageProblem(link.url, link.end);
}
