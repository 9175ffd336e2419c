import { CancelledError } from '../../api/http';

/**
 * How many things of a kind go on at the same time in a process; the others wait in their order.
 */
export class Places {
	private taken = 0;
	private readonly waiting: Array<() => void> = [];

	constructor(private readonly places: number) {}

	/** @throws CancelledError where the execution is stopped while it waits; what `work` throws */
	async within<Result>(
		signal: AbortSignal | undefined,
		work: () => Promise<Result>,
	): Promise<Result> {
		await this.enter(signal);
		try {
			return await work();
		} finally {
			// Handed on rather than given back: nobody who comes now gets in before those who wait.
			const next = this.waiting.shift();
			if (next) next();
			else this.taken -= 1;
		}
	}

	private enter(signal: AbortSignal | undefined): Promise<void> {
		if (signal?.aborted) return Promise.reject(new CancelledError());
		if (this.taken < this.places) {
			this.taken += 1;
			return Promise.resolve();
		}
		return new Promise((resolve, reject) => {
			const enter = () => {
				signal?.removeEventListener('abort', leave);
				resolve();
			};
			const leave = () => {
				this.waiting.splice(this.waiting.indexOf(enter), 1);
				reject(new CancelledError());
			};
			signal?.addEventListener('abort', leave, { once: true });
			this.waiting.push(enter);
		});
	}
}
