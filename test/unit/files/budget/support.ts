import { Turns } from '../../../../linkedin/api/turns';

/** An event loop with a clock that stands still where nobody moves it. */
export class FakeLoop {
	time = 0;
	turned = 0;
	/** The longest time between two turns. */
	longestRest = 0;
	private turnedAt = 0;

	readonly turns = new Turns({ now: () => this.time, nextTurn: () => this.turn() });

	private async turn(): Promise<void> {
		await Promise.resolve();
		this.longestRest = Math.max(this.longestRest, this.time - this.turnedAt);
		this.turnedAt = this.time;
		this.turned += 1;
	}
}
