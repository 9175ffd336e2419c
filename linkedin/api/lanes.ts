import { CancelledError } from './http';

/** Lets only some of the lanes work. */
interface Gate {
	/** Waits for a place. @throws CancelledError */
	enter(signal: AbortSignal): Promise<void>;
	leave(): void;
}

interface LaneOptions {
	/** An abort from outside. */
	readonly signal?: AbortSignal;
	readonly gate?: Gate;
}

/**
 * Runs `work` over what a source yields, at most `lanes` at a time. The lanes share one source, so
 * memory is lanes × one item, and a slow item holds up only its own lane.
 *
 * The first failure is the one reported: it aborts the signals that the source and the other lanes
 * were given, no further item is started, the source is closed, and the promise settles only when
 * every lane has stopped. An abort from outside does the same and rejects with {@link
 * CancelledError}.
 *
 * @param open opens the source; its signal is aborted by the first failure too, so that a stalled
 * source holds nothing up
 */
export async function runLanes<Item>(
	open: (signal: AbortSignal) => AsyncGenerator<Item, void, undefined>,
	lanes: number,
	work: (item: Item, signal: AbortSignal) => Promise<void>,
	{ signal, gate }: LaneOptions = {},
): Promise<void> {
	// One controller each: many lanes listening to one signal look like a leak to Node.
	const controllers = Array.from({ length: lanes + 1 }, () => new AbortController());
	const [reading = new AbortController(), ...sending] = controllers;
	const stopAll = (): void => {
		for (const controller of controllers) controller.abort();
	};
	const stopped = (): boolean => reading.signal.aborted;
	signal?.addEventListener('abort', stopAll, { once: true });
	if (signal?.aborted) stopAll();

	const source = open(reading.signal);
	const failures: unknown[] = [];
	// A generator queues its next() calls automatically, in order.
	const lane = async (own: AbortSignal): Promise<void> => {
		for (;;) {
			if (stopped()) return;
			await gate?.enter(own);
			try {
				const next = await source.next();
				if (next.done || stopped()) return;
				await work(next.value, own);
			} finally {
				gate?.leave();
			}
		}
	};
	const guarded = async (controller: AbortController): Promise<void> => {
		try {
			await lane(controller.signal);
		} catch (error) {
			// Whatever error an aborted request reports, after a cancel it counts as a cancel.
			failures.push(signal?.aborted ? new CancelledError() : error);
			stopAll();
		}
	};
	try {
		await Promise.all(sending.map(guarded));
	} finally {
		signal?.removeEventListener('abort', stopAll);
		// A failing clean-up must not hide the error that came first.
		await source.return().catch((error: unknown) => failures.push(error));
	}
	if (failures.length > 0) throw failures[0];
	if (signal?.aborted) throw new CancelledError();
}
