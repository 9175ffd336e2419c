import { FileChanged } from '../fileChanged';
import { bodyOf, readInto } from './body';
import { parseContentRange, type ContentRange } from './contentRange';
import { fetchRepeatedly } from './fetchRepeatedly';
import type { UrlAnswer } from './http';
import { tooManyAnswersProblem } from './problems';
import type { UrlFile } from './urlFile';
import { differenceBetween, versionOf } from './version';

/** The size is the same, but the server says that the file has changed. */
export class VersionChanged extends FileChanged {
	/** @param difference such as `ETag` */
	constructor(
		name: string,
		readonly difference: string,
	) {
		super(
			name,
			`changed during the upload (its ${difference} is different)`,
			'The upload was not completed on LinkedIn. Upload the file again once it no longer changes. If it has not changed, its server returns a different ETag or date with each response: add the option "Accept Changing ETag".',
		);
		this.name = 'VersionChanged';
	}
}

/**
 * Reads a range of a file, with retries. A server may return less than requested (RFC 9110,
 * 15.3.7): then the rest is requested.
 *
 * @param bytes the buffer to fill
 * @throws FileChanged if an answer is not from the same version of the file; UrlProblem; Problem
 * for a server that returns almost nothing at a time; CancelledError
 */
export async function readRangeInto(
	file: UrlFile,
	firstByte: number,
	bytes: Buffer,
	signal: AbortSignal | undefined,
): Promise<void> {
	let filled = 0;
	while (filled < bytes.length) {
		const count = await readSome(file, firstByte + filled, bytes.subarray(filled), signal);
		filled += count;
		if (filled < bytes.length) countShort(file, count);
	}
}

/** Servers that limit their ranges return far more at a time. */
const LEAST_SHORT_BYTES = 16 * 1024;
/** How many of them may be shorter. */
const FREE_SHORT_ANSWERS = 32;

/** @throws Problem for a server that would need countless requests for the file */
function countShort({ short, link, name, size }: UrlFile, count: number): void {
	short.answers += 1;
	short.bytes += count;
	if (short.answers <= FREE_SHORT_ANSWERS + short.bytes / LEAST_SHORT_BYTES) return;
	throw tooManyAnswersProblem(link.url, { name, size, times: short.answers, bytes: short.bytes });
}

/** @returns how many bytes arrived, at least one */
async function readSome(
	file: UrlFile,
	firstByte: number,
	bytes: Buffer,
	signal: AbortSignal | undefined,
): Promise<number> {
	const { reading, link } = file;
	const lastByte = firstByte + bytes.length - 1;
	let count = 0;
	const get = async (): Promise<UrlAnswer> => {
		const turn = await reading.turn(link.url.href, signal);
		try {
			return await getRange();
		} finally {
			turn.release();
		}
	};
	const getRange = async (): Promise<UrlAnswer> => {
		const answer = await link.get(`bytes=${firstByte}-${lastByte}`, signal);
		if (answer.status >= 300) {
			answer.discard();
			if (answer.status === 416) throw new FileChanged(file.name, 'is shorter than before');
			return answer;
		}
		count = lengthOfSame(file, answer, firstByte, lastByte);
		const body = bodyOf(reading, answer, signal);
		if (await readInto(body, bytes.subarray(0, count))) return answer;
		throw new FileChanged(file.name, 'returned more bytes than requested');
	};
	await fetchRepeatedly(reading, link.url, get, signal);
	return count;
}

/**
 * @returns how many bytes the answer has
 * @throws FileChanged unless it begins this range, in the same version of the file
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
			return refuse(`has ${total} bytes now instead of ${file.size}`);
		}
		const difference = file.acceptChangingEtag
			? undefined
			: differenceBetween(file.version, versionOf(answer));
		if (difference === undefined) return last - first + 1;
		answer.discard();
		throw new VersionChanged(file.name, difference);
	}
	return refuse(
		answer.status === 206
			? `was returned with a different range than bytes ${firstByte} to ${lastByte}`
			: `was returned as a whole (status ${answer.status}) instead of the requested range`,
	);

	function refuse(wrong: string): never {
		answer.discard();
		throw new FileChanged(file.name, wrong);
	}
}

function isWithin({ first, last }: ContentRange, lastByte: number): boolean {
	return first <= last && last <= lastByte;
}
