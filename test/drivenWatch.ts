import { CancelledError } from '../linkedin/api/http';
import { time } from '../nodes/transport/time';

/** Waits beside something that is under way: each ends when the test says that its time is over. */
export class DrivenWatch {
	private waits: Array<{ readonly milliseconds: number; readonly pass: () => void }> = [];

	constructor() {
		jest.spyOn(time, 'watch').mockImplementation(
			(milliseconds, signal) =>
				new Promise((resolve, reject) => {
					const forget = (): void => {
						this.waits = this.waits.filter((other) => other !== wait);
						signal?.removeEventListener('abort', end);
					};
					const end = (): void => {
						forget();
						reject(new CancelledError());
					};
					const wait = {
						milliseconds,
						pass: () => {
							forget();
							resolve();
						},
					};
					if (signal?.aborted) {
						end();
						return;
					}
					signal?.addEventListener('abort', end);
					this.waits.push(wait);
				}),
		);
	}

	/** How many waits are under way. */
	get count(): number {
		return this.waits.length;
	}

	isWaiting(milliseconds: number): boolean {
		return this.waits.some((wait) => wait.milliseconds === milliseconds);
	}

	/** So much time is over for whoever waits for it. */
	async pass(milliseconds: number): Promise<void> {
		for (const wait of this.waits) if (wait.milliseconds === milliseconds) wait.pass();
		await new Promise(setImmediate);
	}
}
