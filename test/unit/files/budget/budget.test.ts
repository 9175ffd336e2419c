import { CancelledError } from '../../../../linkedin/api/http';
import { Budget, OverBudget } from '../../../../linkedin/files/budget/budget';
import { Places } from '../../../../linkedin/api/places';
import { withinBudget } from '../../../../linkedin/files/budget/within';
import { Problem } from '../../../../linkedin/problem';
import { failureOf } from '../../api/support';
import { FakeLoop } from './support';

const limits = { bytes: 100, work: 100_000_000, requests: 100, memory: 100 };

test('what is spent adds up, up to the limit of each kind', async () => {
	const budget = new Budget({ limits: { ...limits, work: 100 } });
	for (const spend of [
		(count: number) => void budget.spend(count),
		(count: number) => {
			budget.read(count);
		},
		(count: number) => {
			budget.hold(count);
		},
	]) {
		spend(60);
		spend(40);
		await failureOf(OverBudget, () => {
			spend(1);
		});
	}
	expect(budget.costs).toEqual({ bytes: 101, work: 101, requests: 0, memory: 101 });
});

test('requests are counted, whatever they bring', async () => {
	const budget = new Budget({ limits });
	for (let request = 0; request < 100; request += 1) budget.request();
	await failureOf(OverBudget, () => {
		budget.request();
	});
});

test('memory that was released may be held again', async () => {
	const budget = new Budget({ limits });
	for (let turn = 0; turn < 10; turn += 1) {
		budget.hold(100);
		budget.release(100);
	}
	expect(
		(
			await failureOf(OverBudget, () => {
				budget.hold(101);
			})
		).what,
	).toBe('memory');
});

/** Reads for so many slices, each step a millisecond. */
async function read(loop: FakeLoop, steps: number, signal?: AbortSignal): Promise<void> {
	const budget = new Budget({ limits, turns: loop.turns, signal });
	for (let step = 0; step < steps; step += 1) {
		loop.time += 1;
		await budget.pace(20_000);
	}
}

test('one file, and sixteen at once, let the event loop turn within 50 ms', async () => {
	for (const files of [1, 16]) {
		const loop = new FakeLoop();
		await Promise.all(Array.from({ length: files }, () => read(loop, 200)));
		expect(loop.time).toBe(files * 200);
		expect(loop.longestRest).toBeLessThanOrEqual(50);
		expect(loop.turned).toBeGreaterThanOrEqual((files * 200) / 50);
	}
});

test('what takes no time turns nothing', async () => {
	const loop = new FakeLoop();
	const budget = new Budget({ turns: loop.turns });
	for (let step = 0; step < 500; step += 1) await budget.pace(20_000);
	expect(loop.turned).toBe(0);
});

test('a stop ends it at the next turn, and before the first step', async () => {
	const loop = new FakeLoop();
	const stop = new AbortController();
	const reading = read(loop, 1000, stop.signal);
	stop.abort();
	await failureOf(CancelledError, () => reading);
	expect(loop.time).toBeLessThanOrEqual(50);
	await failureOf(CancelledError, () => new Budget({ signal: stop.signal }));
});

test('the real event loop turns: a timer gets its chance', async () => {
	const fired = new AbortController();
	setTimeout(() => {
		fired.abort();
	}, 0);
	const budget = new Budget();
	for (let turn = 0; turn < 1000 && !fired.signal.aborted; turn += 1) await budget.turn();
	expect(fired.signal.aborted).toBe(true);
});

describe('files in memory', () => {
	test('past the budget they cannot be checked', async () => {
		const problem = await failureOf(Problem, () =>
			withinBudget('The image "a.png"', undefined, async (budget) => budget.pace(Infinity)),
		);
		expect(problem.message).toBe(
			'The image "a.png" can’t be checked: its structure is too complex',
		);
		expect(problem.description).toContain('switch off "Check File"');
	});

	test('only so many are read at once, and those who wait can be stopped', async () => {
		const places = new Places(2);
		const stop = new AbortController();
		let running = 0;
		let most = 0;
		const work = async () => {
			running += 1;
			most = Math.max(most, running);
			await new Promise(setImmediate);
			running -= 1;
		};
		const all = Array.from({ length: 8 }, (_, index) =>
			places.within(index === 5 ? stop.signal : undefined, work),
		);
		stop.abort();
		await failureOf(CancelledError, () => all[5]);
		await failureOf(CancelledError, () => places.within(stop.signal, work));
		await Promise.all(all.filter((_, index) => index !== 5));
		expect(most).toBe(2);
		await places.within(undefined, work);
		expect(running).toBe(0);
	});
});
