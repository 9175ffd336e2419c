import { CancelledError } from '../api/http';

/** A share of a budget. Handing it back a second time does nothing. */
export interface Lease {
	release(): void;
}

interface Waiting {
	readonly member: object;
	readonly amount: number;
	readonly grant: () => void;
}

/**
 * Something of which there is only so much, for all who share it: bytes of memory, connections.
 *
 * Whoever holds the least is served first, and one that asks for much is not overtaken by those who ask for
 * little; so nobody starves. Who asks for more than there is gets it alone.
 */
export class FairBudget {
	private used = 0;
	private readonly held = new Map<object, number>();
	/** In the order in which they came. */
	private readonly waiting: Waiting[] = [];

	constructor(readonly total: number) {}

	/** Nobody has any of it, or waits for it. */
	get isIdle(): boolean {
		return this.used === 0 && this.waiting.length === 0;
	}

	get inUse(): number {
		return this.used;
	}

	/**
	 * Waits until there is enough.
	 *
	 * @param member who shares: one object for all that one upload takes
	 * @throws CancelledError
	 */
	take(member: object, amount: number, signal?: AbortSignal): Promise<Lease> {
		if (signal?.aborted) return Promise.reject(new CancelledError());
		return new Promise((resolve, reject) => {
			const stop = (): void => {
				this.waiting.splice(this.waiting.indexOf(waiting), 1);
				reject(new CancelledError());
				// It may have stood in the way of others.
				this.serve();
			};
			const waiting: Waiting = {
				member,
				amount,
				grant: () => {
					signal?.removeEventListener('abort', stop);
					resolve(this.lease(member, amount));
				},
			};
			signal?.addEventListener('abort', stop, { once: true });
			this.waiting.push(waiting);
			this.serve();
		});
	}

	private lease(member: object, amount: number): Lease {
		let isHeld = true;
		return {
			release: () => {
				if (!isHeld) return;
				isHeld = false;
				this.add(member, -amount);
				this.serve();
			},
		};
	}

	private serve(): void {
		for (let next = this.next(); next; next = this.next()) {
			if (this.used > 0 && this.used + next.amount > this.total) return;
			this.waiting.splice(this.waiting.indexOf(next), 1);
			this.add(next.member, next.amount);
			next.grant();
		}
	}

	/** Of those who hold the least the one who came first. */
	private next(): Waiting | undefined {
		let found: Waiting | undefined;
		for (const candidate of this.waiting) {
			if (!found || this.of(candidate.member) < this.of(found.member)) found = candidate;
		}
		return found;
	}

	private of(member: object): number {
		return this.held.get(member) ?? 0;
	}

	private add(member: object, amount: number): void {
		this.used += amount;
		const held = this.of(member) + amount;
		if (held === 0) this.held.delete(member);
		else this.held.set(member, held);
	}
}
