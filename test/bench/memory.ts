/**
 * Highest RSS of this process while it is watched. Looking takes time itself: every few milliseconds
 * is for measures of memory alone.
 */
export class MemoryWatch {
	readonly before: number;
	private peak: number;
	private readonly timer: NodeJS.Timeout;

	constructor(everyMs = 100) {
		globalThis.gc?.();
		this.before = process.memoryUsage.rss();
		this.peak = this.before;
		this.timer = setInterval(() => {
			this.look();
		}, everyMs).unref();
	}

	private look(): void {
		this.peak = Math.max(this.peak, process.memoryUsage.rss());
	}

	/** Ends the watch. */
	stop(): { rssBefore: number; rssPeak: number } {
		clearInterval(this.timer);
		this.look();
		return { rssBefore: this.before, rssPeak: this.peak };
	}
}
