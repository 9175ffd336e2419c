import type { ResponseHeaders } from '../../api/http';
import { bodyOf, readInto } from './body';
import { parseContentRange, type ContentRange } from './contentRange';
import { fetchRepeatedly } from './fetchRepeatedly';
import type { UrlAnswer, UrlReading } from './http';
import type { FileLink } from './link';

/** Asked for at once: enough to know what a file is, and all of a small one. */
const FIRST_BYTES = 256 * 1024;

/** The first answer of a file's server. */
export interface FirstAnswer {
	readonly status: number;
	readonly headers: ResponseHeaders;
	readonly answer: UrlAnswer;
	/** The file's first bytes, where the answer is a range: that is read already. */
	readonly head?: Buffer;
}

/**
 * Asks for the first bytes of a file; an empty file has none, and is asked for whole.
 *
 * @throws UrlProblem when its server refuses, fails or cannot be reached; CancelledError
 */
export function getFirst(
	reading: UrlReading,
	link: FileLink,
	signal: AbortSignal | undefined,
): Promise<FirstAnswer> {
	return fetchRepeatedly(reading, link.url, () => tryFirst(reading, link, signal), signal);
}

async function tryFirst(
	reading: UrlReading,
	link: FileLink,
	signal: AbortSignal | undefined,
): Promise<FirstAnswer> {
	let answer = await link.get(`bytes=0-${FIRST_BYTES - 1}`, signal);
	if (answer.status === 416) {
		answer.discard();
		answer = await link.get(undefined, signal);
	}
	const { status, headers } = answer;
	if (status >= 300) answer.discard();
	const range = status === 206 ? rangeOf(answer) : undefined;
	if (range?.first !== 0 || range.last >= FIRST_BYTES) return { status, headers, answer };
	const head = Buffer.alloc(range.last + 1);
	// An answer that is longer than its range cannot be trusted, and is treated like one without.
	const fits = await readInto(bodyOf(reading, answer, signal), head);
	return fits ? { status, headers, answer, head } : { status, headers, answer };
}

export function rangeOf({ headers }: UrlAnswer): ContentRange | undefined {
	return parseContentRange(headers.get('content-range'));
}
