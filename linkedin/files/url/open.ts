import { sendRepeatedly } from '../../api/repeat';
import { Problem } from '../../problem';
import type { FileSource } from '../source';
import { fileNameOf, parseAddress, type UrlPlace } from './address';
import { bodyOf, readInto } from './body';
import { FileLink } from './link';
import type { UrlAnswer, UrlReading } from './http';
import { parseContentRange, rangedSource, versionOf } from './ranged';
import { streamedSource } from './streamed';
import {
	compressedProblem,
	refusedProblem,
	shownUrl,
	unknownSizeProblem,
	unreachableProblem,
	webPageProblem,
} from './problems';

/** Asked for at once: enough to know what a file is, and all of a small one. */
const FIRST_BYTES = 256 * 1024;

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
	const url = parseAddress(place.url, what);
	const link = new FileLink(url, place.headers ?? {}, reading);
	const first = await sendRepeatedly(reading, {
		repeatable: true,
		retry: reading.retry,
		onRetry: reading.onRetry,
		signal,
		send: () => getFirst(reading, link, signal),
		refusalError: ({ answer }) => refusedProblem(url, answer, reading.now()),
		noAnswerError: (error) => unreachableProblem(url, error),
	});
	try {
		return sourceOf(reading, link, first);
	} catch (error) {
		first.answer.discard();
		throw error;
	}
}

/** The first answer; one with a range is read already. */
interface FirstAnswer {
	readonly status: number;
	readonly answer: UrlAnswer;
	readonly head?: Buffer;
}

async function getFirst(
	reading: UrlReading,
	link: FileLink,
	signal: AbortSignal | undefined,
): Promise<FirstAnswer> {
	let answer = await link.get(`bytes=0-${FIRST_BYTES - 1}`, signal);
	if (answer.status === 416) {
		// An empty file has no first bytes: it is asked for whole.
		answer.discard();
		answer = await link.get(undefined, signal);
	}
	const { status } = answer;
	if (status >= 300) answer.discard();
	const range = status === 206 ? rangeOf(answer) : undefined;
	if (range?.first !== 0 || range.last >= FIRST_BYTES) return { status, answer };
	const head = Buffer.alloc(range.last + 1);
	// An answer that is longer than its range cannot be trusted, and is treated like one without.
	const fits = await readInto(bodyOf(reading, answer, signal), head);
	return fits ? { status, answer, head } : { status, answer };
}

function rangeOf(answer: UrlAnswer): ReturnType<typeof parseContentRange> {
	return parseContentRange(answer.headers.get('content-range'));
}

function sourceOf(
	reading: UrlReading,
	link: FileLink,
	{ status, answer, head }: FirstAnswer,
): FileSource {
	const { url } = link;
	const { headers } = answer;
	const mimeType = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
	if (mimeType === 'text/html' || mimeType === 'application/xhtml+xml') throw webPageProblem(url);
	const encoding = headers.get('content-encoding') ?? 'identity';
	if (encoding !== 'identity') throw compressedProblem(url);
	const about = {
		name: fileNameOf(url, headers.get('content-disposition')),
		mimeType,
		version: versionOf(answer),
	};
	if (status === 200) {
		const size = wholeNumber(headers.get('content-length'));
		if (size === undefined) throw unknownSizeProblem(url);
		return streamedSource(reading, link, { ...about, size }, answer);
	}
	if (!head) {
		throw new Problem(`The server of ${shownUrl(url)} gave an answer that is no file`, {
			description: `Its status was ${status}. Check the link, for example in a browser.`,
		});
	}
	const size = rangeOf(answer)?.total;
	if (size === undefined) throw unknownSizeProblem(url);
	return rangedSource(reading, link, { ...about, size }, head);
}

function wholeNumber(text: string | undefined): number | undefined {
	return text !== undefined && /^\d+$/.test(text.trim()) ? Number(text) : undefined;
}
