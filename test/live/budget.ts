import { Unasked } from './stops';

/** So many calls, and no more: each is counted before it is made. */
export class Budget {
	private made = 0;

	constructor(readonly most: number) {}

	get spent(): number {
		return this.made;
	}

	get left(): number {
		return this.most - this.made;
	}

	/**
	 * Counts one call.
	 *
	 * @param reserve how many must be left after it, for cleaning up
	 * @throws Unasked if they would not
	 */
	take(reserve: number): void {
		if (this.left <= reserve) {
			throw new Unasked(`the ${this.most} calls of this run are spent but for cleaning up`);
		}
		this.made += 1;
	}
}
