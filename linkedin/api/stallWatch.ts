import { NO_LONGER_NEEDED } from './http';
import { timeLimitError, TIME_LIMITS } from './timeLimits';

/** Waits while a transfer is running; rejects when the signal is aborted. */
export type Watch = (milliseconds: number, signal: AbortSignal) => Promise<void>;

/**
 * Ends a stream that delivers nothing for as long as `TIME_LIMITS` says, up to twice that, while a
 * reader waits for it: a slow reader is not a stall. One watch for all chunks, since one timer for
 * each would be thousands.
 */
export class StallWatch {
	stalled = false;
	private waiting = false;
	private moves = 0;
	private readonly ended = new AbortController();

	/**
	 * @param onStall ends the stream
	 * @param isWaiting if another reader has the stream: whether it is waiting for data
	 */
	constructor(
		private readonly watch: Watch,
		private readonly onStall: () => void,
		private readonly isWaiting: () => boolean = () => this.waiting,
	) {
		void this.run();
	}

	/** Waits for the next chunk. */
	async over<Result>(next: Promise<Result>): Promise<Result> {
		this.waiting = true;
		this.moves += 1;
		try {
			return await next;
		} finally {
			this.waiting = false;
		}
	}

	/** Data came for another reader. */
	readonly moved = (): void => {
		this.moves += 1;
	};

	readonly end = (): void => {
		this.ended.abort(NO_LONGER_NEEDED);
	};

	private async run(): Promise<void> {
		try {
			for (let stalled = false; !stalled;) {
				const move = this.isWaiting() ? this.moves : undefined;
				await this.watch(TIME_LIMITS.silenceMs, this.ended.signal);
				// The wait that was running then; a later one may have just started.
				stalled = this.isWaiting() && move === this.moves;
			}
		} catch {
			// Ended, or the execution was stopped: nothing left to watch.
			return;
		}
		this.stalled = true;
		this.onStall();
	}
}

/**
 * The same bytes; if they stop coming, the stream is ended.
 *
 * @param end ends the stream, also at its end and if its reader leaves early
 * @throws ConnectionError for a stall; what the stream throws
 */
export async function* watched(
	watch: Watch,
	bytes: AsyncIterable<Uint8Array>,
	end: () => void,
): AsyncGenerator<Uint8Array, void, undefined> {
	const stalls = new StallWatch(watch, end);
	const chunks = bytes[Symbol.asyncIterator]();
	try {
		for (;;) {
			const next = await stalls.over(chunks.next());
			if (next.done === true) return;
			yield next.value;
		}
	} catch (error) {
		throw stalls.stalled ? timeLimitError('BODY_TIMEOUT') : error;
	} finally {
		stalls.end();
		end();
	}
}
