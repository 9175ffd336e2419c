import fc from 'fast-check';

import { CancelledError } from '../../../linkedin/api/http';
import { Budget } from '../../../linkedin/files/budget/budget';
import { FILE_LIMITS, type Limits } from '../../../linkedin/files/budget/limits';
import { tryFile } from '../../fuzz/outcome';
import { targets } from '../../fuzz/targets';
import { often } from '../../long/sampled';
import { failureOf } from '../api/support';

/** `npm run fuzz` has the minutes. */
const RUNS = often(50, 1000);
const SIZE = often(100_000, 300_000);

/** The most that the reading of a file cost, as the budgets say that were opened for it. */
function watchCosts(): () => Limits {
	const most = { bytes: 0, work: 0, requests: 0, memory: 0 };
	const spend = Reflect.get(Budget.prototype, 'spend');
	jest.spyOn(Budget.prototype, 'spend').mockImplementation(function (this: Budget, steps) {
		const due = spend.call(this, steps);
		for (const what of ['bytes', 'work', 'memory'] as const) {
			most[what] = Math.max(most[what], this.costs[what]);
		}
		return due;
	});
	return () => most;
}

afterEach(() => {
	jest.restoreAllMocks();
});

describe.each(targets.map((target) => [target.name, target] as const))('%s', (_, target) => {
	test('files of any kind: a result or a Problem, within the budget', async () => {
		const costs = watchCosts();
		const property = fc.asyncProperty(target.files, async (bytes) => {
			expect((await tryFile(target, bytes)).message).not.toBe('');
		});
		await fc.assert(property, { numRuns: RUNS });
		for (const what of ['bytes', 'work', 'memory'] as const) {
			expect(costs()[what]).toBeLessThanOrEqual(FILE_LIMITS[what]);
		}
	});

	test('files that were made to take long end', async () => {
		for (const [, bytes] of target.killers(SIZE)) {
			expect((await tryFile(target, bytes)).message).not.toBe('');
		}
	});

	test('a stop ends each of them at the next turn', async () => {
		for (const [what, bytes] of target.killers(SIZE)) {
			const stop = new AbortController();
			const reading = target.read(bytes, stop.signal);
			// Those that are done before the loop turns once need no stop.
			const done = reading.then(
				() => true,
				(error: unknown) => !(error instanceof CancelledError),
			);
			stop.abort();
			expect([what, typeof (await done)]).toEqual([what, 'boolean']);
		}
		const stopped = AbortSignal.abort();
		const [killer] = target.killers(1000);
		await failureOf(CancelledError, () => target.read(killer?.[1] ?? Buffer.alloc(0), stopped));
	});
});
