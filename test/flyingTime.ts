import { CancelledError } from '../linkedin/api/http';

interface Sleeper {
	readonly at: number;
	readonly wake: () => void;
}

/** Milliseconds of real time in which nobody else has gone to sleep: what can run has run. */
const QUIET_MS = 2;

/**
 * A clock for waits that nobody wants to sit out: as soon as all who wait sleep, it jumps to the moment
 * at which the first of them wakes. Several who sleep at the same time wake in the right order.
 */
export class FlyingTime {
	private ahead = 0;
	private readonly sleepers = new Set<Sleeper>();
	private timer: NodeJS.Timeout | undefined;

	/** @param onJump told by how many milliseconds it jumped */
	constructor(private readonly onJump: (milliseconds: number) => void = () => undefined) {}

	readonly now = (): number => Date.now() + this.ahead;

	readonly pause = (milliseconds: number, signal?: AbortSignal): Promise<void> =>
		new Promise((resolve, reject) => {
			const end = (): void => {
				this.sleepers.delete(sleeper);
				signal?.removeEventListener('abort', end);
				if (signal?.aborted) reject(new CancelledError());
				else resolve();
			};
			const sleeper: Sleeper = { at: this.now() + milliseconds, wake: end };
			if (signal?.aborted) {
				end();
				return;
			}
			signal?.addEventListener('abort', end);
			this.sleepers.add(sleeper);
			this.timer?.refresh();
			this.timer ??= setTimeout(this.jump, QUIET_MS);
		});

	/** Back to real time, for the next test. */
	reset(): void {
		this.ahead = 0;
	}

	private readonly jump = (): void => {
		this.timer = undefined;
		if (this.sleepers.size === 0) return;
		const first = Math.min(...[...this.sleepers].map(({ at }) => at));
		const by = Math.max(0, first - this.now());
		this.ahead += by;
		this.onJump(by);
		for (const sleeper of [...this.sleepers]) if (sleeper.at <= this.now()) sleeper.wake();
		if (this.sleepers.size > 0) this.timer = setTimeout(this.jump, QUIET_MS);
	};
}
