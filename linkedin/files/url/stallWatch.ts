import type { UrlReading } from './http';

/** A server that sends nothing for so long, up to twice that, while it is listened to, has stopped. */
const STALL_MS = 60_000;

/** One watch for all chunks: a timer each would be thousands. */
export class StallWatch {
	stalled = false;
	private waiting = false;
	private waits = 0;
	private readonly ended = new AbortController();

	constructor(
		private readonly reading: UrlReading,
		private readonly onStall: () => void,
	) {
		void this.run();
	}

	async over<Result>(next: Promise<Result>): Promise<Result> {
		this.waiting = true;
		this.waits += 1;
		try {
			return await next;
		} finally {
			this.waiting = false;
		}
	}

	end(): void {
		this.ended.abort();
	}

	private async run(): Promise<void> {
		try {
			for (let stalled = false; !stalled;) {
				const wait = this.waiting ? this.waits : undefined;
				await this.reading.watch(STALL_MS, this.ended.signal);
				// The very wait that was under way then; a later one may have begun a moment ago.
				stalled = this.waiting && wait === this.waits;
			}
		} catch {
			// Ended, or the execution was cancelled: nothing to watch any more.
			return;
		}
		this.stalled = true;
		this.onStall();
	}
}
