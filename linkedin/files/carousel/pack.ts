const BLOCK = 64 * 1024;

/** Packs bytes as zlib does, as they come. */
export class Packer {
	private readonly writer: WritableStreamDefaultWriter<Uint8Array>;
	private readonly packed: Promise<Uint8Array[]>;
	/** One is filled while the other is packed: a new one each time would be garbage a moment later. */
	private block = new Uint8Array(BLOCK);
	private other = new Uint8Array(BLOCK);
	private filled = 0;
	private packing: Promise<void> = Promise.resolve();

	/** @param most bytes of the result; beyond them it fails with what `tooLarge` makes */
	constructor(most: number, tooLarge: () => Error) {
		const { readable, writable } = new CompressionStream('deflate');
		this.writer = writable.getWriter();
		this.packed = collect(readable, most, tooLarge);
		// Whoever finishes hears of it; until then nobody listens.
		this.packed.catch(() => undefined);
		this.writer.closed.catch(() => undefined);
	}

	/** Copies the bytes. @returns whether {@link flush} is due */
	add(bytes: Uint8Array): boolean {
		if (this.filled + bytes.length > this.block.length) {
			const larger = new Uint8Array(Math.max(this.block.length * 2, this.filled + bytes.length));
			larger.set(this.block.subarray(0, this.filled));
			this.block = larger;
		}
		this.block.set(bytes, this.filled);
		this.filled += bytes.length;
		return this.filled >= BLOCK;
	}

	/** Hands over what was added, when there is room for it. */
	async flush(): Promise<void> {
		await this.packing;
		// What fails here is told by the result.
		this.packing = this.writer.write(this.block.subarray(0, this.filled)).catch(() => undefined);
		[this.block, this.other] = [this.other, this.block];
		this.filled = 0;
	}

	/** The packed bytes. @throws what `tooLarge` made */
	async finish(): Promise<readonly Uint8Array[]> {
		await this.flush();
		this.writer.close().catch(() => undefined);
		return this.packed;
	}

	/** Ends it without a result. */
	drop(): void {
		this.writer.abort().catch(() => undefined);
	}
}

async function collect(
	packed: ReadableStream<unknown>,
	most: number,
	tooLarge: () => Error,
): Promise<Uint8Array[]> {
	const reader = packed.getReader();
	const chunks: Uint8Array[] = [];
	let size = 0;
	for (;;) {
		const { value } = await reader.read();
		if (!(value instanceof Uint8Array)) return chunks;
		size += value.length;
		if (size > most) {
			await reader.cancel().catch(() => undefined);
			throw tooLarge();
		}
		chunks.push(value);
	}
}
