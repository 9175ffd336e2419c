import { sleep } from './sleep';

/** Waits; rejects with CancelledError when the signal is aborted. */
type Wait = (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>;

interface Time {
	/** Epoch milliseconds, for pauses and decisions based on them. */
	now: () => number;
	/** The same for watching something in progress. */
	watchedNow: () => number;
	/** Pauses before LinkedIn, or a file's server, is called again: nothing is in progress meanwhile. */
	pause: Wait;
	/** Waits while something is in progress, to end it if it takes too long. */
	watch: Wait;
}

/** The clock of all waits. An object, so that tests can replace it instead of waiting. */
export const time: Time = {
	now: () => Date.now(),
	watchedNow: () => Date.now(),
	pause: sleep,
	watch: sleep,
};
