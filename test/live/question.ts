import type { Readings } from '../simulator';
import type { Live } from './live';
import type { Shared } from './scene';

/** The row of test/simulator/FIDELITY.md that is settled: its heading, and its first column as it is written. */
export interface Rule {
	readonly section: string;
	readonly behavior: string;
}

export interface Needs {
	/** Of each list, one. */
	readonly scopes: ReadonlyArray<readonly string[]>;
	/** A page, because members differ. */
	readonly page?: true;
	readonly account?: true;
	/** Client ID and secret, with which LinkedIn says what a token may do. */
	readonly app?: true;
}

/** One thing that no document says for certain. Each is a file of its own in `questions/`. */
export interface Question {
	/** The name of its file, and of what it records. */
	readonly id: string;
	readonly asks: string;
	readonly rule: Rule;
	readonly needs: Needs;
	/** Whether people on LinkedIn may see something of it, until it is deleted. */
	readonly isPublic: boolean;
	/** What it looks at with others. */
	readonly uses?: readonly Shared[];
	/** The most calls that it makes itself, without those that clean up. */
	readonly calls: number;
	/**
	 * What LinkedIn did, in a word or two.
	 *
	 * @throws Unasked if it can't be asked with this token
	 */
	ask(live: Live): Promise<string>;
	/**
	 * How the simulator must be set to do the same, by observation; `{}` is what it does in any reading.
	 * An observation that is not listed is one that the simulator can't play.
	 */
	readonly readings: Readonly<Record<string, Partial<Readings>>>;
}
