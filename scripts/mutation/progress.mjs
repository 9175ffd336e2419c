import { TIME_IS_OVER } from './words.mjs';

const EVERY_MS = 30_000;

/** A line every half a minute, instead of Stryker's, which counts what is not tried too. */
export class Progress {
	constructor() {
		this.killed = 0;
		this.left = 0;
		this.last = Date.now();
	}

	/** Part of Stryker's interface for reporters. */
	onMutantTested({ status, statusReason }) {
		if (status === 'Killed' || status === 'Timeout') this.killed += 1;
		else if (status === 'Survived') this.left += 1;
		if (statusReason === TIME_IS_OVER || Date.now() < this.last + EVERY_MS) return;
		this.last = Date.now();
		console.log(`  ${this.killed} killed, ${this.left} survived so far`);
	}
}
