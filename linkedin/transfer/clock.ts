/** Waits reject with CancelledError when the signal is aborted. */
export interface TransferClock {
	/** Epoch milliseconds. */
	readonly now: () => number;
	/** The same for what is under way. */
	readonly watchedNow: () => number;
	/** Before something is begun. */
	readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
	/** Beside something that is under way. */
	readonly watch: (milliseconds: number) => Promise<void>;
	/** 0 ≤ n < 1. */
	readonly random: () => number;
}
