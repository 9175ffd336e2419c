import { setImmediate } from 'node:timers/promises';

/** Turns the event loop until it is so; the time limit of the test ends a wait in vain. */
export async function until(condition: () => boolean): Promise<void> {
	while (!condition()) await setImmediate();
}
