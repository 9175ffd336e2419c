import type { Budget } from '../budget/budget';
import { NATIVE_BYTES } from '../budget/search';

/** Copied at once: memory that nobody has written to is slow at first, some tenths of a millisecond here. */
const SLICE = 1024 * 1024;
/** The cost of copying, however little. */
const COPY_STEPS = 32;

/** How much may be written, and who else has work. */
interface OutputRoom {
	/** Bytes. */
	readonly most: number;
	/** What it fails with beyond them. */
	readonly tooLarge: () => Error;
	readonly budget: Budget;
}

/** Bytes in memory that grow as they are written, up to a limit. */
export class Output {
	private buffer: Buffer;
	private length = 0;

	/** @param expected bytes; memory that is not written to is not used */
	constructor(
		expected: number,
		private readonly limit: OutputRoom,
	) {
		this.buffer = Buffer.allocUnsafeSlow(Math.min(expected, limit.most));
	}

	/** Where the next byte goes. */
	get position(): number {
		return this.length;
	}

	/** Bytes that still fit. */
	get room(): number {
		return this.limit.most - this.length;
	}

	text(text: string): Promise<void> {
		return this.bytes(Buffer.from(text, 'latin1'));
	}

	/** Copies them. */
	async bytes(bytes: Uint8Array): Promise<void> {
		const end = this.length + bytes.length;
		if (end > this.limit.most) throw this.limit.tooLarge();
		if (end > this.buffer.length) await this.grow(end);
		await this.copy(bytes, this.buffer, this.length);
		this.length = end;
	}

	/** All that was written: no copy. */
	get written(): Buffer {
		return this.buffer.subarray(0, this.length);
	}

	private async grow(least: number): Promise<void> {
		const wanted = Math.max(least, Math.ceil(this.buffer.length * 1.25));
		const larger = Buffer.allocUnsafeSlow(Math.min(this.limit.most, wanted));
		await this.copy(this.written, larger, 0);
		this.buffer = larger;
	}

	/** A hundred megabytes at once would stop everything else for a while. */
	private async copy(from: Uint8Array, to: Buffer, place: number): Promise<void> {
		const { budget } = this.limit;
		for (let at = 0; at < from.length; at += SLICE) {
			const slice = from.subarray(at, at + SLICE);
			to.set(slice, place + at);
			if (budget.spend(COPY_STEPS + slice.length / NATIVE_BYTES)) await budget.turn();
		}
	}
}
