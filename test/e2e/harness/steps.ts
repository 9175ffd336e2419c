import assert from 'node:assert/strict';

import { sectionOfReadme } from './readme';

/** The most that a first post may take a new user. */
const MOST_STEPS = 12;

/**
 * A section of the README, followed step by step: a step is one click, or one field that is filled in.
 * The section must tell each in the words it is called by here, in this order, and how many they are.
 */
export class Steps {
	private count = 0;
	private untold: string;

	constructor(private readonly heading: string) {
		this.untold = sectionOfReadme(heading);
	}

	/** @param words what the README says of it */
	async take(words: string, what: () => Promise<unknown>): Promise<void> {
		this.count += 1;
		const place = this.untold.indexOf(words);
		assert.ok(place >= 0, `step ${this.count}, “${words}”, is not told in the README, or not here`);
		this.untold = this.untold.slice(place + words.length);
		await what();
	}

	/** After the last step. */
	check(): void {
		assert.ok(this.count <= MOST_STEPS, `${this.count} steps`);
		assert.ok(
			sectionOfReadme(this.heading).includes(`${this.count} clicks and fields`),
			`the README counts ${this.count} steps`,
		);
	}
}
