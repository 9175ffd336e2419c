import type { Budget } from '../budget/budget';
import { cueText } from './cueText';
import type { Collected } from './collector';
import { srtTimes } from './times';

/** The most that a cue's number, times, line ends and blank line take: `100000`, `9999:59:59,999`. */
const FRAME_BYTES = 48;

/**
 * LF line ends, numbers from 1, a blank line after each cue: the file in LinkedIn's own sample
 * request, made on a Mac, has LF.
 *
 * @param at index of the cue at a position of the new file
 */
export async function writeSrt(
	bytes: Buffer,
	{ track, format }: Collected,
	at: (position: number) => number,
	budget: Budget,
): Promise<Buffer> {
	const size = await mostBytes({ track }, budget);
	budget.hold(size);
	const srt = Buffer.allocUnsafe(size);
	let end = 0;
	for (let position = 0; position < track.length; position += 1) {
		const cue = track.cue(at(position));
		const { text } = cueText(bytes.toString('utf8', cue.textFrom, cue.textTo), format);
		end += srt.write(`${position + 1}\n${srtTimes(cue)}\n${text}\n\n`, end);
		if (budget.spend(cue.textTo - cue.textFrom + 64)) await budget.turn();
	}
	return srt.subarray(0, end);
}

/** No text gets longer: codes and tags are removed, and a reference is longer than its character. */
async function mostBytes({ track }: Pick<Collected, 'track'>, budget: Budget): Promise<number> {
	let size = 0;
	for (let index = 0; index < track.length; index += 1) {
		const { textFrom, textTo } = track.cue(index);
		size += textTo - textFrom + FRAME_BYTES;
		if (budget.spend(4)) await budget.turn();
	}
	return size;
}
