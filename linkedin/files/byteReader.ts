import { Problem } from '../problem';
import { Budget } from './budget/budget';
import type { FileSource } from './source';
import { formatNumber } from './format';
import { giveBack } from './spent';

/** What the user can do about a file that ends too early. */
const GET_IT_AGAIN = 'Download or export the file again: it was probably cut off in transfer.';

/** If ranges can be read: headers are small, so little is read around them. */
const BLOCK_BYTES = 64 * 1024;
/** The cost of reading a few bytes: some awaits. */
const READ_STEPS = 160;

/** What is searched for lies beyond what may be read before the real reading starts. */
export class TooFarAhead extends Error {}

/**
 * Reads a {@link FileSource} from its start, piece by piece, whatever the chunk borders are.
 *
 * Memory: the last chunk of the source, and a copy of what one call requests. So callers request
 * headers (a few bytes) and skip everything else.
 *
 * Call {@link close} when done: it releases the source even if its end was not reached.
 */
export class ByteReader {
	/** Offset in the file of the next byte. */
	position = 0;
	/** Chunks that were received and not used yet; never joined, since a chunk may be the whole file. */
	private readonly pending: Uint8Array[] = [];
	private available = 0;

	private constructor(
		readonly file: FileSource,
		/** Absent if any range of the file can be read on its own. */
		private readonly chunks: AsyncIterator<Uint8Array, unknown> | undefined,
		private readonly signal: AbortSignal | undefined,
		/** Size of the whole file. */
		readonly budget: Budget,
	) {}

	static async open(source: FileSource, signal?: AbortSignal): Promise<ByteReader> {
		const budget = new Budget({ signal });
		const stream = source.readRange ? undefined : await source.open(signal);
		return new ByteReader(source, stream?.[Symbol.asyncIterator](), signal, budget);
	}

	/** The next `count` bytes without moving on; fewer only at the end of the source. */
	async peek(count: number): Promise<Uint8Array> {
		while (this.available < count) {
			if (!(await this.receive())) break;
		}
		const bytes = new Uint8Array(Math.min(count, this.available));
		let filled = 0;
		for (const chunk of this.pending) {
			const part = chunk.subarray(0, bytes.length - filled);
			bytes.set(part, filled);
			filled += part.length;
			if (filled === bytes.length) break;
		}
		return bytes;
	}

	/**
	 * The next `count` bytes.
	 * @throws Problem if the source ends before that.
	 */
	async read(count: number): Promise<DataView> {
		this.budget.read(count);
		await this.budget.pace(READ_STEPS + count);
		const bytes = await this.peek(count);
		if (bytes.length < count) throw this.endsEarly();
		this.drop(count);
		return new DataView(bytes.buffer);
	}

	/**
	 * Moves to an offset in the file, and keeps nothing of what lies before it.
	 * @throws Problem if the source ends before that.
	 */
	async skipTo(offset: number): Promise<void> {
		if (!this.chunks && offset <= this.file.size && offset - this.position > this.available) {
			this.drop(this.available);
			this.position = offset;
			return;
		}
		while (offset - this.position > this.available) {
			this.drop(this.available);
			if (!(await this.receive())) throw this.endsEarly();
		}
		this.drop(offset - this.position);
	}

	/** Releases the source. */
	async close(): Promise<void> {
		try {
			await this.chunks?.return?.();
		} catch {
			// The result or its error is known by now: a source that can't be released cleanly must hide
			// neither.
		}
	}

	/** @returns whether there was another chunk */
	private async receive(): Promise<boolean> {
		await this.budget.breathe();
		const chunk = this.chunks ? await this.nextChunk(this.chunks) : await this.nextBlock();
		if (!chunk) return false;
		this.pending.push(chunk);
		this.available += chunk.length;
		return true;
	}

	private async nextChunk(
		chunks: AsyncIterator<Uint8Array, unknown>,
	): Promise<Uint8Array | undefined> {
		const { lookAheadBytes = Infinity } = this.file;
		if (this.position + this.available >= lookAheadBytes) throw new TooFarAhead();
		const next = await chunks.next();
		return next.done === true ? undefined : next.value;
	}

	private async nextBlock(): Promise<Uint8Array | undefined> {
		const first = this.position + this.available;
		const last = Math.min(first + BLOCK_BYTES, this.file.size) - 1;
		if (last < first) return undefined;
		this.budget.request();
		return this.file.readRange?.(first, last, this.signal);
	}

	private drop(count: number): void {
		this.position += count;
		this.available -= count;
		let left = count;
		for (let chunk = this.pending[0]; chunk && chunk.length <= left; chunk = this.pending[0]) {
			left -= chunk.length;
			this.pending.shift();
			// What callers received are copies.
			giveBack(chunk);
		}
		if (this.pending[0]) this.pending[0] = this.pending[0].subarray(left);
	}

	private endsEarly(): Problem {
		const arrived = formatNumber(this.position + this.available);
		return new Problem(
			`The video "${this.file.name}" ends early: ${arrived} of ${formatNumber(this.file.size)} bytes could be read`,
			{ description: GET_IT_AGAIN },
		);
	}
}
