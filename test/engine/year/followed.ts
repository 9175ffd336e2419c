import type { Shown } from './library';

const MOST_MINUTES = 30 * 24 * 60;

/** Which entries a trigger still looks for: those that it saw unfinished, for 30 days (docs/trigger.md). */
export class Followed {
	private readonly since = new Map<string, { readonly waits: boolean; readonly minute: number }>();
	private lastMinute = 0;

	/** After a poll. When its file arrives, an entry's time starts over. */
	saw(entries: readonly Shown[], at: number): void {
		this.lastMinute = Math.floor(at / 60_000);
		for (const { urn, status } of entries) {
			const waits = status === 'WAITING_UPLOAD';
			if (this.since.get(urn)?.waits === waits) continue;
			this.since.set(urn, { waits, minute: this.lastMinute });
		}
	}

	/** It was still remembered at the last poll. */
	readonly has = (urn: string): boolean => {
		const { minute = this.lastMinute } = this.since.get(urn) ?? {};
		return this.lastMinute - minute <= MOST_MINUTES;
	};
}
