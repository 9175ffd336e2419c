import type { Cue } from './cue';
import { captionLineProblem } from './cue';
import { srtTime } from './timing';

/**
 * Checks that each cue ends after it starts, and that none starts before the one in front of it.
 *
 * @returns a warning where cues overlap, which players show in different ways
 * @throws Problem with the number of the line.
 */
export function checkTimes(cues: readonly Cue[], name: string): string[] {
	const overlapping: Cue[] = [];
	let before: Cue | undefined;
	for (const cue of cues) {
		const start = srtTime(cue.start);
		if (cue.end <= cue.start) {
			const ends = `the cue starts at ${start} and ends at ${srtTime(cue.end)}; it must end after its start`;
			throw captionLineProblem(name, cue.line, ends);
		}
		if (before && cue.start < before.start) {
			const order = `the cue starts at ${start}, earlier than the one before it (${srtTime(before.start)})`;
			throw captionLineProblem(name, cue.line, order);
		}
		if (before && cue.start < before.end) overlapping.push(cue);
		before = cue;
	}
	const [first] = overlapping;
	if (!first) return [];
	return [
		`The captions "${name}" have cues that start while the one before is still shown: ${overlapping.length}, the first in line ${first.line}.`,
	];
}
