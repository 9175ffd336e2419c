import type { Budget } from '../budget/budget';
import { MOST_CUES } from './limits';
import type { Repairs } from './repairs';
import type { Track } from './track';

/** Larger than any index, so that a start and an index form one number that sorts by both. */
const STARTS = 2 ** Math.ceil(Math.log2(MOST_CUES + 1));

/**
 * The indexes of the cues ordered by time; those that start together keep the order of the file.
 * Counts those that come too late in the file, and those that start while the previous one is still
 * shown: these stay as they are, since players show both.
 *
 * Starts are below 10,000 hours, 3.6e10 ms: times 2^17 they are exact numbers. Numbers sort without
 * a compare function, a hundred thousand of them within milliseconds.
 */
export async function orderOf(
	track: Track,
	repairs: Repairs,
	budget: Budget,
): Promise<(position: number) => number> {
	const keys = await keysOf(track, repairs, budget);
	if (repairs.count('moved') > 0) keys.sort();
	const at = (position: number) => (keys[position] ?? 0) % STARTS;
	for (let position = 1; position < track.length; position += 1) {
		const cue = track.cue(at(position));
		if (cue.start < track.cue(at(position - 1)).end) repairs.note('overlapping', cue.line);
		await budget.pace(8);
	}
	return at;
}

async function keysOf(track: Track, repairs: Repairs, budget: Budget): Promise<Float64Array> {
	budget.hold(track.length * 8);
	const keys = new Float64Array(track.length);
	let latest = 0;
	for (let index = 0; index < track.length; index += 1) {
		const start = track.start(index);
		if (start < latest) repairs.note('moved', track.cue(index).line);
		latest = Math.max(latest, start);
		keys[index] = start * STARTS + index;
		if (budget.spend(4)) await budget.turn();
	}
	return keys;
}
