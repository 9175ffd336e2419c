import { CancelledError } from '../api/http';

/** A share of a budget. Returning it a second time does nothing. */
export interface Lease {
	release(): void;
}

interface Waiting {
	readonly member: object;
	readonly amount: number;
	readonly grant: () => void;
}

/**
 * A limited resource for all who share it: bytes of memory, connections.
 *
 * Whoever holds the least is served first, and a large request is not overtaken by small ones, so
 * nobody starves. A request for more than there is gets everything, alone.
 */
export class FairBudget {
	private used = 0;
	private readonly held = new Map<object, number>();
	/** In the order of arrival. */
	private readonly waiting: Waiting[] = [];

	constructor(readonly total: number) {}

	/** Nothing is in use, and nobody waits. */
	get isIdle(): boolean {
		return this.used === 0 && this.waiting.length === 0;
	}

	get inUse(): number {
		return this.used;
	}

	/**
	 * Waits until there is enough.
	 *
	 * @param member who shares: one object for everything that one upload uses
	 * @throws CancelledError
	 */
	take(member: object, amount: number, signal?: AbortSignal): Promise<Lease> {
		if (signal?.aborted) return Promise.reject(new CancelledError());
		return new Promise((resolve, reject) => {
			const stop = (): void => {
				this.waiting.splice(this.waiting.indexOf(waiting), 1);
				reject(new CancelledError());
				// It may have blocked others.
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

	/** The first to arrive of those who hold the least. */
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
