/** Of one poll, of all libraries together. */
const MOST = 5;

/**
 * The single reads of one poll, where batch get cannot be had: a small app has a hundred calls a day.
 * Each that may need some takes its share once; what it leaves is for the others.
 */
export class SingleReads {
	private left = MOST;

	/** @param sharers how many will ask */
	constructor(private sharers: number) {}

	/** How many the next one may use at most. */
	get share(): number {
		return Math.ceil(this.left / Math.max(1, this.sharers));
	}

	/** @param used of its share */
	done(used: number): void {
		this.left -= used;
		this.sharers -= 1;
	}
}
