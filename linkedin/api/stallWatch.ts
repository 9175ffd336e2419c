import { timeLimitError, TIME_LIMITS } from './timeLimits';

/** Waits beside a transfer; rejects when the signal is aborted. */
export type Watch = (milliseconds: number, signal: AbortSignal) => Promise<void>;

/**
 * Ends a stream that gives nothing for as long as `TIME_LIMITS` says, up to twice that, while somebody
 * waits for it: a reader that takes its time is no stall. One watch for all chunks, since a timer each
 * would be thousands.
 */
export class StallWatch {
	stalled = false;
	private waiting = false;
	private moves = 0;
	private readonly ended = new AbortController();

	/**
	 * @param onStall ends the stream
	 * @param isWaiting where somebody else reads the stream: whether he waits for it
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

	/** Something came, for somebody else. */
	readonly moved = (): void => {
		this.moves += 1;
	};

	readonly end = (): void => {
		this.ended.abort();
	};

	private async run(): Promise<void> {
		try {
			for (let stalled = false; !stalled;) {
				const move = this.isWaiting() ? this.moves : undefined;
				await this.watch(TIME_LIMITS.silenceMs, this.ended.signal);
				// The very wait that was under way then; a later one may have begun a moment ago.
				stalled = this.isWaiting() && move === this.moves;
			}
		} catch {
			// Ended, or the execution was cancelled: nothing to watch any more.
			return;
		}
		this.stalled = true;
		this.onStall();
	}
}

/**
 * The same bytes; where they stop coming, the stream is ended.
 *
 * @param end ends the stream, at its end and where its reader leaves early too
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
