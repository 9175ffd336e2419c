import { readFileSync } from 'node:fs';

const SCHEDULER = '/proc/thread-self/schedstat';

/**
 * Milliseconds for which a processor has worked for this thread. A machine with others on it makes them
 * no more; where the system does not tell, they are those of the clock.
 */
export function processorMs(): number {
	try {
		return Number(readFileSync(SCHEDULER, 'latin1').split(' ', 1)[0]) / 1_000_000;
	} catch {
		return performance.now();
	}
}
