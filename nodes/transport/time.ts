import { sleep } from './sleep';

/** Waits; rejects with CancelledError when the signal is aborted. */
type Wait = (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>;

interface Time {
	/** Epoch milliseconds, for pauses and what is decided by them. */
	now: () => number;
	/** The same for what watches something that is under way. */
	watchedNow: () => number;
	/** Before LinkedIn, or a file's server, is asked again: nothing is under way meanwhile. */
	pause: Wait;
	/** Beside something that is under way, to end it should it take too long. */
	watch: Wait;
}

/** The one clock of all waits. An object, so that tests need not sit them out. */
export const time: Time = {
	now: () => Date.now(),
	watchedNow: () => Date.now(),
	pause: sleep,
	watch: sleep,
};
