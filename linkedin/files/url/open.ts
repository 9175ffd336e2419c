import { Problem } from '../../problem';
import type { FileSource } from '../source';
import { parseFileUrl, type UrlPlace } from './fileUrl';
import { fileNameOf } from './fileName';
import { getFirst, rangeOf, type FirstAnswer } from './firstAnswer';
import type { UrlReading } from './http';
import { FileLink } from './link';
import { compressedProblem, shownUrl, unknownSizeProblem, webPageProblem } from './problems';
import { rangedSource } from './ranged';
import { streamedSource } from './streamed';
import { versionOf } from './version';

/**
 * Opens a file at an address. One GET for its first bytes shows everything: whether the server knows
 * ranges (206) or sends the whole (200), how large the file is, its name and type. No HEAD, which
 * signed links often refuse.
 *
 * @param what the field's name, as the form shows it
 * @param signal ends the reading; a file that is streamed ends with it too
 * @throws Problem for a bad address, a web page in place of a file, an unknown size; UrlProblem when
 * its server refuses, fails or cannot be reached; CancelledError
 */
export async function openUrl(
	reading: UrlReading,
	place: UrlPlace,
	what: string,
	signal?: AbortSignal,
): Promise<FileSource> {
	const url = parseFileUrl(place.url, what);
	const link = new FileLink(url, place.headers ?? {}, reading);
	const first = await getFirst(reading, link, signal);
	try {
		return sourceOf(reading, link, first);
	} catch (error) {
		first.answer.discard();
		throw error;
	}
}

function sourceOf(
	reading: UrlReading,
	link: FileLink,
	{ status, headers, answer, head }: FirstAnswer,
): FileSource {
	const { url } = link;
	const mimeType = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
	if (mimeType === 'text/html' || mimeType === 'application/xhtml+xml') throw webPageProblem(url);
	const encoding = headers.get('content-encoding') ?? 'identity';
	if (encoding !== 'identity') throw compressedProblem(url);
	const name = fileNameOf(url, headers.get('content-disposition'));
	const about = { reading, link, name, mimeType, version: versionOf(answer) };
	if (status === 200) {
		const size = wholeNumber(headers.get('content-length'));
		if (size === undefined) throw unknownSizeProblem(url);
		return streamedSource({ ...about, size }, answer);
	}
	if (!head) {
		throw new Problem(`The server of ${shownUrl(url)} gave an answer that is no file`, {
			description: `Its status was ${status}. Check the link, for example in a browser.`,
		});
	}
	const size = rangeOf(answer)?.total;
	if (size === undefined) throw unknownSizeProblem(url);
	return rangedSource({ ...about, size }, head);
}

function wholeNumber(text: string | undefined): number | undefined {
	return text !== undefined && /^\d+$/.test(text.trim()) ? Number(text) : undefined;
}
