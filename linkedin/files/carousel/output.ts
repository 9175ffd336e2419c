/** Bytes in memory that grow as they are written, up to a limit. */
export class Output {
	private buffer: Buffer;
	private length = 0;

	/**
	 * @param expected bytes; memory that is not written to is not used
	 * @param most bytes; beyond them it fails with what `tooLarge` makes
	 */
	constructor(
		expected: number,
		private readonly most: number,
		private readonly tooLarge: () => Error,
	) {
		this.buffer = Buffer.allocUnsafeSlow(Math.min(expected, most));
	}

	/** Where the next byte goes. */
	get position(): number {
		return this.length;
	}

	/** Bytes that still fit. */
	get room(): number {
		return this.most - this.length;
	}

	text(text: string): void {
		this.bytes(Buffer.from(text, 'latin1'));
	}

	/** Copies them. */
	bytes(bytes: Uint8Array): void {
		const end = this.length + bytes.length;
		if (end > this.most) throw this.tooLarge();
		if (end > this.buffer.length) this.grow(end);
		this.buffer.set(bytes, this.length);
		this.length = end;
	}

	/** All that was written: no copy. */
	get written(): Buffer {
		return this.buffer.subarray(0, this.length);
	}

	private grow(least: number): void {
		const size = Math.min(this.most, Math.max(least, Math.ceil(this.buffer.length * 1.25)));
		const larger = Buffer.allocUnsafeSlow(size);
		larger.set(this.written);
		this.buffer = larger;
	}
}
