import { CancelledError } from './http';

/** Limits how many things of a kind run at once; the others wait in line. */
export class Places {
	protected taken = 0;
	private readonly waiting: Array<() => void> = [];

	/** @param limit may change; those that are running stay */
	constructor(public limit: number) {}

	/** @throws CancelledError if the execution is stopped while it waits; what `work` throws */
	async within<Result>(
		signal: AbortSignal | undefined,
		work: () => Promise<Result>,
	): Promise<Result> {
		await this.enter(signal);
		try {
			return await work();
		} finally {
			this.leave();
		}
	}

	/** Waits for a place. @throws CancelledError */
	enter(signal: AbortSignal | undefined): Promise<void> {
		if (signal?.aborted) return Promise.reject(new CancelledError());
		return new Promise((resolve, reject) => {
			const enter = (): void => {
				signal?.removeEventListener('abort', giveUp);
				this.taken += 1;
				resolve();
			};
			const giveUp = (): void => {
				this.waiting.splice(this.waiting.indexOf(enter), 1);
				reject(new CancelledError());
			};
			signal?.addEventListener('abort', giveUp, { once: true });
			this.waiting.push(enter);
			this.admit();
		});
	}

	leave(): void {
		this.taken -= 1;
		this.admit();
	}

	/** To be called after the limit was raised. */
	admit(): void {
		while (this.taken < this.limit) {
			const next = this.waiting.shift();
			if (!next) return;
			next();
		}
	}
}
