import { UnexpectedAnswer, type JsonFields } from '../api/parse';

/** LinkedIn's instruction for one part; both bytes are inclusive (linkedin-videos-api). */
interface UploadInstruction {
	readonly uploadUrl: string;
	readonly firstByte: number;
	readonly lastByte: number;
}

/** @throws UnexpectedAnswer */
export function readInstruction(fields: JsonFields): UploadInstruction {
	return {
		uploadUrl: fields.string('uploadUrl'),
		firstByte: fields.integer('firstByte'),
		lastByte: fields.integer('lastByte'),
	};
}

/** LinkedIn's largest video, 5 GB, has 1,193 parts of 4 MB. */
export const MOST_PARTS = 5000;

/**
 * One part to send. Its number is its position in LinkedIn's plan, which is also the order of the
 * ETags.
 */
export interface PlannedPart {
	/** From 1. */
	readonly partNumber: number;
	readonly firstByte: number;
	/** Inclusive, and never past the end of the file. */
	readonly lastByte: number;
	readonly size: number;
	readonly uploadUrl: string;
}

/**
 * The parts of a file of `fileSize` bytes. The server's plan decides: no part size is assumed. Only
 * the last range is shortened, because LinkedIn's own sample plans 4,194,304 bytes for a file of
 * 1,055,736.
 *
 * @throws UnexpectedAnswer for a plan with a gap, an overlap, a wrong start, too few bytes, or too
 * many parts
 */
export function planParts(
	instructions: readonly UploadInstruction[],
	fileSize: number,
): PlannedPart[] {
	if (instructions.length === 0) throw new UnexpectedAnswer('value.uploadInstructions is empty');
	if (instructions.length > MOST_PARTS) {
		throw new UnexpectedAnswer(
			`there are ${instructions.length} parts, and at most ${MOST_PARTS} are sent`,
		);
	}
	const parts: PlannedPart[] = [];
	let expected = 0;
	for (const [index, { firstByte, lastByte, uploadUrl }] of instructions.entries()) {
		const name = `part ${index + 1}`;
		if (firstByte !== expected) {
			throw new UnexpectedAnswer(`${name} starts at ${firstByte}, expected ${expected}`);
		}
		if (lastByte < firstByte) {
			throw new UnexpectedAnswer(`${name} ends at ${lastByte}, before its start ${firstByte}`);
		}
		if (firstByte >= fileSize) {
			throw new UnexpectedAnswer(
				`${name} starts at ${firstByte}, but the file has ${fileSize} bytes`,
			);
		}
		const end = Math.min(lastByte, fileSize - 1);
		parts.push({
			partNumber: index + 1,
			firstByte,
			lastByte: end,
			size: end - firstByte + 1,
			uploadUrl,
		});
		expected = lastByte + 1;
	}
	if (expected < fileSize) {
		throw new UnexpectedAnswer(
			`the parts end at byte ${expected - 1}, but the file has ${fileSize} bytes`,
		);
	}
	return parts;
}
