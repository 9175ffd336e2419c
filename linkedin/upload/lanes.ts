import { CancelledError } from '../api/http';

/**
 * Runs `work` over what `source` yields, at most `lanes` at a time. The lanes share one source, so
 * memory is lanes × one item, and a slow item holds up nothing but its own lane.
 *
 * The first failure is the one reported: it aborts the signal that the others were given, no
 * further item is taken, the source is closed, and the promise settles only when every lane has
 * stopped. An abort from outside does the same and ends in {@link CancelledError}.
 */
export async function runLanes<Item>(
	source: AsyncGenerator<Item, void, undefined>,
	lanes: number,
	work: (item: Item, signal: AbortSignal) => Promise<void>,
	signal?: AbortSignal,
): Promise<void> {
	const stop = new AbortController();
	const stopAll = (): void => {
		stop.abort();
	};
	const stopped = (): boolean => stop.signal.aborted;
	signal?.addEventListener('abort', stopAll, { once: true });
	if (signal?.aborted) stopAll();

	const failures: unknown[] = [];
	// One reader at a time: a generator's next() calls queue up by themselves, in order.
	const lane = async (): Promise<void> => {
		for (;;) {
			if (stopped()) return;
			const next = await source.next();
			if (next.done || stopped()) return;
			await work(next.value, stop.signal);
		}
	};
	const guarded = async (): Promise<void> => {
		try {
			await lane();
		} catch (error) {
			// Whatever a request says of having been aborted: after a cancel it is a cancel.
			failures.push(signal?.aborted ? new CancelledError() : error);
			stopAll();
		}
	};
	try {
		await Promise.all(Array.from({ length: lanes }, guarded));
	} finally {
		signal?.removeEventListener('abort', stopAll);
		// A failing clean-up comes after what went wrong first, and hides nothing.
		await source.return().catch((error: unknown) => failures.push(error));
	}
	if (failures.length > 0) throw failures[0];
	if (signal?.aborted) throw new CancelledError();
}
