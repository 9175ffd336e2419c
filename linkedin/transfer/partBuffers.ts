import { allocate } from '../files/allocate';
import type { FairBudget, Lease } from './fairBudget';

const ADVICE =
	'LinkedIn split the upload into parts of that size, and each must fit into memory. The upload was not completed. Give n8n more memory.';

/** A spare buffer serves a part of at least half its size. */
const MOST_SLACK = 2;

interface Taken {
	/** What `view` is a part of. */
	readonly whole: Buffer;
	readonly lease: Lease;
}

/**
 * Buffers that were handed back, of all uploads of the process, to be used again. What is thrown away
 * instead is freed only when the engine collects its garbage, which it does after some 64 MB of buffers.
 */
export class SpareBuffers {
	private spare: Buffer[] = [];
	private users = 0;

	constructor(private readonly budget: FairBudget) {}

	open(): void {
		this.users += 1;
	}

	/** Nobody uploads any more: nothing is kept. */
	close(): void {
		this.users -= 1;
		if (this.users === 0) this.spare = [];
	}

	/** @param size bytes that are in use already, by the budget */
	take(size: number): Buffer | undefined {
		// Much larger ones would occupy more than the budget knows of.
		const index = this.spare.findIndex(
			({ length }) => length >= size && length <= size * MOST_SLACK,
		);
		const [found] = index === -1 ? [] : this.spare.splice(index, 1);
		this.trim();
		return found;
	}

	/**
	 * @param share of the budget, which is handed back only then: whoever waits for it takes this buffer.
	 * After it there would be no room for a spare one, and each part of a full queue would be made anew.
	 */
	give(buffer: Buffer, share: number): void {
		this.spare.push(buffer);
		this.trim(share);
	}

	/** Together with those in use they stay within the budget; the oldest go. */
	private trim(share = 0): void {
		let kept = this.spare.reduce((sum, { length }) => sum + length, 0);
		const room = this.budget.total - this.budget.inUse + share;
		while (this.spare.length > 0 && kept > room) {
			kept -= this.spare.shift()?.length ?? 0;
		}
	}
}

/** The buffers of one upload's parts, each with its share of the process's budget. */
export class PartBuffers {
	private readonly taken = new Map<Buffer, Taken>();

	/** @param member who shares the budget: one object for all that one upload takes */
	constructor(
		private readonly budget: FairBudget,
		private readonly spare: SpareBuffers,
		private readonly member: object,
	) {
		spare.open();
	}

	/**
	 * Exactly `size` bytes with anything in them, as soon as the budget has them.
	 *
	 * @throws Problem where this process has no memory for so many; CancelledError
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

	/** Nobody reads it any more. A buffer of another origin is left alone. */
	give(view: Buffer): void {
		const taken = this.taken.get(view);
		if (!taken) return;
		this.taken.delete(view);
		this.spare.give(taken.whole, view.length);
		taken.lease.release();
	}

	/** Hands back what is left, whatever happened. Somebody may still read it, so it is not used again. */
	close(): void {
		for (const { lease } of this.taken.values()) lease.release();
		this.taken.clear();
		this.spare.close();
	}
}
