/** Highest RSS of this process while it is watched, looked at every few milliseconds. */
export class MemoryWatch {
	readonly before: number;
	private peak: number;
	private readonly timer: NodeJS.Timeout;

	constructor() {
		globalThis.gc?.();
		this.before = process.memoryUsage.rss();
		this.peak = this.before;
		this.timer = setInterval(() => {
			this.look();
		}, 5);
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
