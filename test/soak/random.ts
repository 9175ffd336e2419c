/** Random numbers that a seed brings back (mulberry32). */
export class Dice {
	constructor(private state: number) {}

	/** 0 ≤ n < 1 */
	next(): number {
		this.state = (this.state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	}

	/** A whole number, both ends included. */
	between(least: number, most: number): number {
		return least + Math.floor(this.next() * (most - least + 1));
	}

	chance(probability: number): boolean {
		return this.next() < probability;
	}

	pick<Choice>(choices: readonly [Choice, ...Choice[]]): Choice {
		return choices[this.between(0, choices.length - 1)] ?? choices[0];
	}
}
