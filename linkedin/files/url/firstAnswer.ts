import { bodyOf, readInto } from './body';
import { parseContentRange, type ContentRange } from './contentRange';
import { packingOf } from './encoding';
import type { UrlAnswer, UrlReading } from './http';
import type { FileLink } from './link';
import { isPage } from './page';

/** Requested first: enough to recognize a file, and all of a small one. */
const FIRST_BYTES = 256 * 1024;

/**
 * Refusals that may concern the range and not the file: servers, gateways and firewalls that don't
 * support ranges say so in many ways, and an empty file has none.
 */
const PERHAPS_THE_RANGE = new Set([400, 403, 405, 406, 409, 412, 416, 417, 501]);

/** The first answer from a file's server. */
export interface FirstAnswer {
	readonly answer: UrlAnswer;
	/** The file's first bytes, if the answer is a range, which is already read. */
	readonly head?: Buffer;
	/** Size of the whole file in bytes, if its server states it. */
	readonly size?: number;
}

/**
 * Requests the first bytes of a file. If the answer is neither a range nor the whole file, the
 * whole file is requested, once.
 *
 * @throws ConnectionError; Problem for an invalid redirect; CancelledError
 */
export async function askForStart(
	reading: UrlReading,
	link: FileLink,
	signal: AbortSignal | undefined,
): Promise<FirstAnswer> {
	const answer = await link.get(`bytes=0-${FIRST_BYTES - 1}`, signal);
	if (answer.status >= 300 && !PERHAPS_THE_RANGE.has(answer.status)) return { answer };
	if (isPage(answer.headers)) return { answer };
	const range = startOf(answer);
	if (range) {
		const head = Buffer.alloc(range.last + 1);
		// An answer that is longer than its range can't be trusted, and is treated like one without a
		// range.
		const fits = await readInto(bodyOf(reading, answer, signal), head);
		if (fits) return { answer, head, size: range.total };
	}
	if (isUsable(answer)) return { answer, size: sizeOf(answer) };
	answer.discard();
	return askForWhole(link, signal);
}

/** Requests the file without a range. @throws as {@link askForStart} */
export async function askForWhole(
	link: FileLink,
	signal: AbortSignal | undefined,
): Promise<FirstAnswer> {
	const answer = await link.get(undefined, signal);
	return { answer, size: sizeOf(answer) };
}

/** Whether the body of an answer to a plain GET is all of the file. */
export function isWhole(answer: UrlAnswer): boolean {
	const { status } = answer;
	if (answer.headers.get('content-range') === undefined) return status === 200 || status === 203;
	const range = rangeOf(answer);
	if (range?.first !== 0 || status > 206) return false;
	return range.total === undefined || range.last + 1 === range.total;
}

/** The range of an answer, if it begins the file, its length is known, and it is the requested one. */
function startOf(answer: UrlAnswer): (ContentRange & { readonly total: number }) | undefined {
	if (answer.status !== 206 || isPacked(answer)) return undefined;
	const range = rangeOf(answer);
	if (range?.total === undefined || range.first !== 0) return undefined;
	const { first, last, total } = range;
	return last < FIRST_BYTES && last < total ? { first, last, total } : undefined;
}

/**
 * The whole file although a range was requested; a compressed one would be no better the second
 * time.
 */
function isUsable(answer: UrlAnswer): boolean {
	if (answer.status !== 200 || answer.headers.get('content-range') !== undefined) return false;
	return isPacked(answer) || sizeOf(answer) !== undefined;
}

function isPacked(answer: UrlAnswer): boolean {
	return answer.unpacked !== undefined || packingOf(answer) !== undefined;
}

function sizeOf(answer: UrlAnswer): number | undefined {
	// The length of a compressed body is not the file's.
	if (isPacked(answer)) return undefined;
	const range = rangeOf(answer);
	if (range) return range.total;
	const length = answer.headers.get('content-length')?.trim() ?? '';
	return /^\d+$/.test(length) ? Number(length) : undefined;
}

function rangeOf({ headers }: UrlAnswer): ContentRange | undefined {
	return parseContentRange(headers.get('content-range'));
}
