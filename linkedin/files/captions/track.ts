import { Problem } from '../../problem';
import type { Budget } from '../budget/budget';
import { MOST_CUES } from './limits';
import type { Times } from './times';

/** One caption, and where it is in the file. */
interface Cue extends Times {
	/** Line in the file, from 1, that has its times. */
	readonly line: number;
	/** Its text in the file's bytes. */
	readonly textFrom: number;
	readonly textTo: number;
}

/** Numbers per cue in the table: start, end, line, from, to. */
const COLUMNS = 5;
const FIRST_ROWS = 512;

/**
 * The cues of a file in the file's order: 40 bytes each, while objects with texts would take
 * several hundred. Their texts stay in the file.
 */
export class Track {
	length = 0;
	private table: Float64Array;

	/** @param called the captions, for the error */
	constructor(
		private readonly budget: Budget,
		private readonly called: string,
	) {
		this.table = this.take(FIRST_ROWS);
	}

	/** @throws Problem for more than {@link MOST_CUES} */
	add({ start, end, line, textFrom, textTo }: Cue): void {
		if (this.length === MOST_CUES) throw tooManyProblem(this.called);
		if ((this.length + 1) * COLUMNS > this.table.length) this.grow();
		this.table.set([start, end, line, textFrom, textTo], this.length * COLUMNS);
		this.length += 1;
	}

	/** @param index from 0, in the file's order */
	cue(index: number): Cue {
		const [start = 0, end = 0, line = 0, textFrom = 0, textTo = 0] = this.table.subarray(
			index * COLUMNS,
			(index + 1) * COLUMNS,
		);
		return { start, end, line, textFrom, textTo };
	}

	start(index: number): number {
		return this.table[index * COLUMNS] ?? 0;
	}

	private grow(): void {
		const before = this.table;
		this.table = this.take(Math.min(this.length * 2, MOST_CUES));
		this.table.set(before);
		this.budget.release(before.byteLength);
	}

	private take(rows: number): Float64Array {
		this.budget.hold(rows * COLUMNS * 8);
		return new Float64Array(rows * COLUMNS);
	}
}

function tooManyProblem(called: string): Problem {
	return new Problem(`${called} have more than ${MOST_CUES} cues`, {
		description: 'Use a file that contains only the captions of this video.',
	});
}
