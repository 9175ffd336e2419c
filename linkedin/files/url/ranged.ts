import { sendRepeatedly } from '../../api/repeat';
import { FileChanged } from '../fileChanged';
import type { FileSource } from '../source';
import { bodyOf, readInto } from './body';
import type { FileLink } from './link';
import type { UrlAnswer, UrlReading } from './http';
import { refusedProblem, unreachableProblem } from './problems';

/** What is known of a file at an address, from the first answer. */
export interface UrlFile {
	readonly name: string;
	readonly size: number;
	readonly mimeType: string | undefined;
	/** `ETag` and `Last-Modified`, where given: by them the file is known to be the same. */
	readonly version: FileVersion;
}

export interface FileVersion {
	readonly etag: string | undefined;
	readonly lastModified: string | undefined;
}

export function versionOf({ headers }: UrlAnswer): FileVersion {
	return { etag: headers.get('etag'), lastModified: headers.get('last-modified') };
}

/** A header that only one of the answers has says nothing. */
export function isSameVersion(one: FileVersion, other: FileVersion): boolean {
	const differs = (a: string | undefined, b: string | undefined): boolean =>
		a !== undefined && b !== undefined && a !== b;
	return !differs(one.etag, other.etag) && !differs(one.lastModified, other.lastModified);
}

/** Read in order, the file comes in ranges of this many bytes. */
const BLOCK_BYTES = 4 * 1024 * 1024;

/**
 * A file whose server answers ranges: any part of it can be read, several at once, each again after a
 * failure. Every answer is checked against the first one.
 *
 * @param head the first bytes, which came with the first answer
 */
export function rangedSource(
	reading: UrlReading,
	link: FileLink,
	file: UrlFile,
	head: Buffer,
): FileSource {
	const readRange = async (
		firstByte: number,
		lastByte: number,
		signal?: AbortSignal,
		// allocUnsafe: each byte is written before the buffer is handed on.
		allocate = (length: number) => Buffer.allocUnsafe(length),
	): Promise<Buffer> => {
		if (lastByte < head.length) return head.subarray(firstByte, lastByte + 1);
		const bytes = allocate(lastByte - firstByte + 1);
		await fetchRange(reading, link, file, firstByte, bytes, signal);
		return bytes;
	};
	async function* inOrder(signal: AbortSignal | undefined): AsyncGenerator<Buffer> {
		if (head.length > 0) yield head;
		for (let first = head.length; first < file.size; first += BLOCK_BYTES) {
			yield await readRange(first, Math.min(first + BLOCK_BYTES, file.size) - 1, signal);
		}
	}
	const { name, size, mimeType } = file;
	return { name, size, mimeType, readRange, open: (signal) => Promise.resolve(inOrder(signal)) };
}

/** A server may give less of a range than it was asked for (RFC 9110, 15.3.7): it is asked for the rest. */
async function fetchRange(
	reading: UrlReading,
	link: FileLink,
	file: UrlFile,
	firstByte: number,
	bytes: Buffer,
	signal: AbortSignal | undefined,
): Promise<void> {
	let filled = 0;
	while (filled < bytes.length) {
		const wanted = bytes.subarray(filled);
		filled += await fetchSome(reading, link, file, firstByte + filled, wanted, signal);
	}
}

/** @returns how many of the bytes came, at least one */
async function fetchSome(
	reading: UrlReading,
	link: FileLink,
	file: UrlFile,
	firstByte: number,
	bytes: Buffer,
	signal: AbortSignal | undefined,
): Promise<number> {
	const lastByte = firstByte + bytes.length - 1;
	let count = 0;
	await sendRepeatedly(reading, {
		repeatable: true,
		retry: reading.retry,
		onRetry: reading.onRetry,
		signal,
		send: async () => {
			const answer = await link.get(`bytes=${firstByte}-${lastByte}`, signal);
			if (answer.status >= 300) {
				answer.discard();
				if (answer.status === 416) throw new FileChanged(file.name, 'is shorter than it was');
				return answer;
			}
			count = lengthOfSame(file, answer, firstByte, lastByte);
			const body = bodyOf(reading, answer, signal);
			if (!(await readInto(body, bytes.subarray(0, count)))) {
				throw new FileChanged(file.name, 'gave more bytes than it was asked for');
			}
			return answer;
		},
		refusalError: (answer) => refusedProblem(link.url, answer, reading.now()),
		noAnswerError: (error) => unreachableProblem(link.url, error),
	});
	return count;
}

/**
 * @returns how many bytes the answer has
 * @throws FileChanged unless it begins this range of the file as it was at first
 */
function lengthOfSame(
	file: UrlFile,
	answer: UrlAnswer,
	firstByte: number,
	lastByte: number,
): number {
	const range = parseContentRange(answer.headers.get('content-range'));
	if (answer.status === 206 && range?.first === firstByte && isWithin(range, lastByte)) {
		const { first, last, total } = range;
		if (total !== undefined && total !== file.size) {
			return refuse(`has ${total} bytes now; it had ${file.size}`);
		}
		if (isSameVersion(file.version, versionOf(answer))) return last - first + 1;
		return refuse('is another one now (its ETag or date has changed)');
	}
	return refuse(
		answer.status === 206
			? `came with another range than bytes ${firstByte} to ${lastByte}`
			: `came whole (status ${answer.status}) where a range of it was asked for`,
	);

	function refuse(wrong: string): never {
		answer.discard();
		throw new FileChanged(file.name, wrong);
	}
}

function isWithin({ first, last }: { first: number; last: number }, lastByte: number): boolean {
	return first <= last && last <= lastByte;
}

/** `bytes 0-1023/146515` or `bytes 0-1023/*` (RFC 9110, 14.4). */
export function parseContentRange(
	header: string | undefined,
): { first: number; last: number; total: number | undefined } | undefined {
	const match = /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(header?.trim() ?? '');
	if (!match) return undefined;
	const [, first, last, total] = match;
	return {
		first: Number(first),
		last: Number(last),
		total: total === '*' ? undefined : Number(total),
	};
}
