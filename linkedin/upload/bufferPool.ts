import { allocate } from '../files/allocate';

const ADVICE =
	'LinkedIn planned the upload in parts of that size; each goes in one piece. Nothing was finalized. Give n8n more memory, or run it where there is more.';

/**
 * Buffers that are used again. What is thrown away instead is freed only when the engine collects its
 * garbage, which it does after some 64 MB of buffers: a large file would grow the process by that.
 */
export class BufferPool {
	private readonly free: Buffer[] = [];
	private readonly whole = new WeakMap<Buffer, Buffer>();

	/**
	 * Exactly `size` bytes with anything in them.
	 *
	 * @throws Problem where this process has no memory for so many
	 */
	take(size: number): Buffer {
		const index = this.free.findIndex(({ length }) => length >= size);
		const [found] = index === -1 ? [] : this.free.splice(index, 1);
		const buffer = found ?? allocate(size, 'A part', ADVICE);
		const view = buffer.subarray(0, size);
		this.whole.set(view, buffer);
		return view;
	}

	/** Nobody reads it any more. A buffer of another origin is left alone. */
	give(view: Buffer): void {
		const buffer = this.whole.get(view);
		if (buffer && this.whole.delete(view)) this.free.push(buffer);
	}
}
