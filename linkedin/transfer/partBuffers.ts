import { allocate } from '../files/allocate';
import type { FairBudget, Lease } from './fairBudget';

const ADVICE =
	'LinkedIn split the upload into parts of that size, and each must fit into memory. The upload was not completed. Give n8n more memory.';

/** A spare buffer is used for a part of at least half its size. */
const MOST_SLACK = 2;

interface Taken {
	/** The buffer that `view` is part of. */
	readonly whole: Buffer;
	readonly lease: Lease;
}

/**
 * Returned buffers of all uploads in the process, to be reused. Discarded buffers would be freed
 * only by garbage collection, which starts after some 64 MB of buffers.
 */
export class SpareBuffers {
	private spare: Buffer[] = [];
	private users = 0;

	constructor(private readonly budget: FairBudget) {}

	open(): void {
		this.users += 1;
	}

	/** No uploads are running: nothing is kept. */
	close(): void {
		this.users -= 1;
		if (this.users === 0) this.spare = [];
	}

	/** @param size bytes already in use, according to the budget */
	take(size: number): Buffer | undefined {
		// Much larger ones would occupy more than the budget accounts for.
		const index = this.spare.findIndex(
			({ length }) => length >= size && length <= size * MOST_SLACK,
		);
		const [found] = index === -1 ? [] : this.spare.splice(index, 1);
		this.trim();
		return found;
	}

	/**
	 * @param share its share of the budget, returned only after the buffer is kept: whoever waits for
	 * the share takes this buffer. The other way round, there would be no room to keep it, and a full
	 * queue would allocate a new buffer for each part.
	 */
	give(buffer: Buffer, share: number): void {
		this.spare.push(buffer);
		this.trim(share);
	}

	/** Together with those in use, they stay within the budget; the oldest are dropped. */
	private trim(share = 0): void {
		let kept = this.spare.reduce((sum, { length }) => sum + length, 0);
		const room = this.budget.total - this.budget.inUse + share;
		while (this.spare.length > 0 && kept > room) {
			kept -= this.spare.shift()?.length ?? 0;
		}
	}
}

/** The buffers for the parts of one upload, each with its share of the process's budget. */
export class PartBuffers {
	private readonly taken = new Map<Buffer, Taken>();

	/** @param member who shares the budget: one object for everything that one upload uses */
	constructor(
		private readonly budget: FairBudget,
		private readonly spare: SpareBuffers,
		private readonly member: object,
	) {
		spare.open();
	}

	/**
	 * Exactly `size` bytes with arbitrary content, as soon as the budget allows.
	 *
	 * @throws Problem if this process has not enough memory; CancelledError
	 */
	async take(size: number, signal?: AbortSignal): Promise<Buffer> {
		const lease = await this.budget.take(this.member, size, signal);
		try {
			const whole = this.spare.take(size) ?? allocate(size, 'A part', ADVICE);
			const view = whole.subarray(0, size);
			this.taken.set(view, { whole, lease });
			return view;
		} catch (error) {
			lease.release();
			throw error;
		}
	}

	/** Returns a buffer that is no longer read. A buffer from elsewhere is left alone. */
	give(view: Buffer): void {
		const taken = this.taken.get(view);
		if (!taken) return;
		this.taken.delete(view);
		this.spare.give(taken.whole, view.length);
		taken.lease.release();
	}

	/** Returns the rest in any case. It may still be read somewhere, so it is not reused. */
	close(): void {
		for (const { lease } of this.taken.values()) lease.release();
		this.taken.clear();
		this.spare.close();
	}
}
