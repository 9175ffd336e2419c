import { CancelledError, ConnectionError } from '../../api/http';
import { Problem } from '../../problem';
import type { UrlAnswer, UrlReading } from './http';

/** A server that sends nothing for so long, up to twice that, while it is listened to, has stopped. */
const STALL_MS = 60_000;

/**
 * An answer's body, chunk by chunk. What breaks it off becomes a ConnectionError, a server that falls
 * silent too; leaving early ends the connection. A reader that takes its time is no stall.
 *
 * @throws ConnectionError, CancelledError
 */
export async function* bodyOf(
	reading: UrlReading,
	answer: UrlAnswer,
	signal?: AbortSignal,
): AsyncGenerator<Uint8Array, void, undefined> {
	const watch = new StallWatch(reading, () => {
		answer.discard();
	});
	const chunks = answer.body[Symbol.asyncIterator]();
	try {
		for (;;) {
			const next = await watch.over(chunks.next());
			if (next.done === true) return;
			yield next.value;
		}
	} catch (error) {
		throw toError(error, watch.stalled, signal);
	} finally {
		watch.end();
		answer.discard();
	}
}

function toError(error: unknown, stalled: boolean, signal: AbortSignal | undefined): Error {
	if (signal?.aborted || error instanceof CancelledError) return new CancelledError();
	if (error instanceof Problem) return error;
	if (stalled) return new ConnectionError('the server stopped sending', 'ETIMEDOUT');
	const message = error instanceof Error ? error.message : 'the connection broke off';
	return new ConnectionError(message, 'ECONNRESET');
}

/** One watch for all chunks: a timer each would be thousands. */
class StallWatch {
	stalled = false;
	private waiting = false;
	private waits = 0;
	private readonly ended = new AbortController();

	constructor(
		private readonly reading: UrlReading,
		private readonly onStall: () => void,
	) {
		void this.run();
	}

	async over<Result>(next: Promise<Result>): Promise<Result> {
		this.waiting = true;
		this.waits += 1;
		try {
			return await next;
		} finally {
			this.waiting = false;
		}
	}

	end(): void {
		this.ended.abort();
	}

	private async run(): Promise<void> {
		try {
			for (let stalled = false; !stalled;) {
				const wait = this.waiting ? this.waits : undefined;
				await this.reading.sleep(STALL_MS, this.ended.signal);
				// The very wait that was under way then; a later one may have begun a moment ago.
				stalled = this.waiting && wait === this.waits;
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
 * Fills a buffer with a body: each byte is copied once.
 *
 * @returns false where the body has more than fits; what is in the buffer then means nothing
 * @throws ConnectionError where the body has fewer bytes
 */
export async function readInto(chunks: AsyncIterable<Uint8Array>, bytes: Buffer): Promise<boolean> {
	let filled = 0;
	for await (const chunk of chunks) {
		if (filled + chunk.length > bytes.length) return false;
		bytes.set(chunk, filled);
		filled += chunk.length;
	}
	if (filled === bytes.length) return true;
	throw new ConnectionError(
		`the answer ended after ${filled} of ${bytes.length} bytes`,
		'ECONNRESET',
	);
}
