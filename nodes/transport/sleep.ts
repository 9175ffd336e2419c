import { sleep as sleepOnce } from 'n8n-workflow';

import { CancelledError } from '../../linkedin/api/http';

const SLICE_MS = 1000;

/**
 * Waits in slices of at most a second, so that a stopped execution ends at once: older n8n has no
 * sleep that listens to a signal, and community nodes may not use timers.
 *
 * @throws CancelledError
 */
export async function sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
	for (let left = milliseconds; left > 0; left -= SLICE_MS) {
		if (signal?.aborted) throw cancelled(signal);
		await sleepOnce(Math.min(left, SLICE_MS));
	}
	if (signal?.aborted) throw cancelled(signal);
}

function cancelled({ reason }: AbortSignal): CancelledError {
	return reason instanceof CancelledError ? reason : new CancelledError();
}
