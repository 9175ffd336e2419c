import { getEventListeners } from 'events';
import fc from 'fast-check';

import { FairBudget, type Lease } from '../../../linkedin/transfer/fairBudget';
import { often } from '../../long/sampled';

const TOTAL = 10;
const MEMBERS = [{}, {}, {}];
const settled = () => new Promise(setImmediate);

/** What somebody does: asks for so much (more than there is, too), hands something back, stops waiting. */
const step = fc.oneof(
	fc.record({ member: fc.nat(MEMBERS.length - 1), amount: fc.integer({ min: 1, max: 25 }) }),
	fc.record({ release: fc.nat() }),
	fc.record({ stop: fc.nat() }),
);

/** A budget, what of it is lent, and who waits. */
class Play {
	readonly budget = new FairBudget(TOTAL);
	readonly lent: Array<{ readonly lease: Lease; readonly amount: number }> = [];
	readonly waiting = new Set<AbortController>();
	readonly signals: AbortSignal[] = [];

	ask(member: object, amount: number): void {
		const stop = new AbortController();
		this.signals.push(stop.signal);
		this.waiting.add(stop);
		void this.budget
			.take(member, amount, stop.signal)
			.then((lease) => this.lent.push({ lease, amount }))
			.catch(() => undefined)
			.finally(() => this.waiting.delete(stop));
	}

	giveBack(index: number): void {
		for (const { lease } of this.lent.splice(index % Math.max(1, this.lent.length), 1)) {
			lease.release();
			lease.release();
		}
	}

	stop(index: number): void {
		[...this.waiting][index % Math.max(1, this.waiting.size)]?.abort();
	}

	get sum(): number {
		return this.lent.reduce((sum, { amount }) => sum + amount, 0);
	}
}

test('lends no more than it has, to everybody in the end, and has all of it back', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
			const play = new Play();
			for (const one of steps) {
				if ('amount' in one) play.ask(MEMBERS[one.member] ?? {}, one.amount);
				else if ('release' in one) play.giveBack(one.release);
				else play.stop(one.stop);
				await settled();
				expect(play.budget.inUse).toBe(play.sum);
				expect(play.sum <= TOTAL || play.lent.length === 1).toBe(true);
				// Nobody waits for a budget that nobody has.
				expect(play.waiting.size > 0 && play.lent.length === 0).toBe(false);
			}
			while (play.lent.length > 0) {
				play.giveBack(0);
				await settled();
			}
			expect(play.waiting.size).toBe(0);
			expect(play.budget.isIdle).toBe(true);
			const listeners = play.signals.flatMap((signal) => getEventListeners(signal, 'abort'));
			expect(listeners).toEqual([]);
		}),
		{ numRuns: often(40, 1000) },
	);
});
