import { setMaxListeners } from 'node:events';
import { runInThisContext } from 'node:vm';

import { CancelledError } from '../../../linkedin/api/http';
import { runLanes } from '../../../linkedin/api/lanes';
import { failureOf } from './support';
import { deferred, idle } from '../upload/support';

/** A source of numbers that records how it was used. */
function numbers(count: number, ending?: { failWith?: Error; closeWith?: Error }) {
	const use = { taken: 0, closed: false };
	async function* generate(): AsyncGenerator<number, void, undefined> {
		try {
			for (let item = 0; item < count; item += 1) {
				use.taken += 1;
				yield await Promise.resolve(item);
			}
			if (ending?.failWith) throw ending.failWith;
		} finally {
			use.closed = true;
			await (ending?.closeWith ? Promise.reject(ending.closeWith) : undefined);
		}
	}
	const source = generate();
	const signals: AbortSignal[] = [];
	const open = (signal: AbortSignal) => {
		signals.push(signal);
		return source;
	};
	return { source, open, signals, use };
}

/** A source that stalls after its first item until its signal ends, as a storage may. */
function stalling() {
	const use = { closed: false };
	async function* generate(signal: AbortSignal): AsyncGenerator<number, void, undefined> {
		try {
			yield 0;
			await new Promise((_, reject) => {
				signal.addEventListener('abort', () => {
					reject(new CancelledError());
				});
			});
		} finally {
			use.closed = true;
		}
	}
	return { open: generate, use };
}

/** Work that ends when the test says so. */
function workshop() {
	const started: number[] = [];
	const signals: AbortSignal[] = [];
	const ends = new Map<number, ReturnType<typeof deferred>>();
	const end = (item: number) => {
		const known = ends.get(item) ?? deferred();
		ends.set(item, known);
		return known;
	};
	return {
		started,
		signals,
		finish: (item: number) => {
			end(item).resolve();
		},
		fail: (item: number, error: Error) => {
			end(item).reject(error);
		},
		work: (item: number, signal: AbortSignal): Promise<void> => {
			started.push(item);
			signals.push(signal);
			return end(item).promise;
		},
	};
}

/** Whether a promise has been settled, by the time everything else stands still. */
function watch(promise: Promise<void>) {
	const state = { settled: false };
	const settle = () => {
		state.settled = true;
	};
	promise.then(settle, settle);
	return state;
}

/** Lanes at work on a source, in the workshop, up to where nothing goes on by itself. */
async function atWork(
	lanes: number,
	{ open }: { readonly open: (signal: AbortSignal) => AsyncGenerator<number, void, undefined> },
	outside?: AbortSignal,
) {
	const shop = workshop();
	const run = runLanes(open, lanes, shop.work, { signal: outside });
	const state = watch(run);
	await idle();
	return { shop, run, state };
}

describe('items', () => {
	test.each([
		[1, 5],
		[3, 10],
		[4, 4],
		[16, 2],
	])('are worked on at most %d at a time (%d items)', async (lanes, count) => {
		const { open, use } = numbers(count);
		let running = 0;
		const counts: number[] = [];
		await runLanes(open, lanes, async () => {
			running += 1;
			counts.push(running);
			await idle();
			running -= 1;
		});
		expect(counts).toHaveLength(count);
		expect(Math.max(...counts)).toBe(Math.min(lanes, count));
		expect(use).toEqual({ taken: count, closed: true });
	});

	test('are taken in order, and each lane takes the next one when it is free', async () => {
		const { shop, run, state } = await atWork(2, numbers(6));
		expect(shop.started).toEqual([0, 1]);
		shop.finish(1);
		await idle();
		expect(shop.started).toEqual([0, 1, 2]);
		// A slow item holds up nothing but its own lane.
		for (const item of [2, 3, 4]) shop.finish(item);
		await idle();
		expect(shop.started).toEqual([0, 1, 2, 3, 4, 5]);
		shop.finish(5);
		await idle();
		expect(state.settled).toBe(false);
		shop.finish(0);
		await run;
	});

	test('that do not exist need no work', async () => {
		const { open } = numbers(0);
		const shop = workshop();
		await runLanes(open, 3, shop.work);
		expect(shop.started).toEqual([]);
	});

	test('come from a source that is opened once, and leave all signals alone', async () => {
		const { open, signals } = numbers(5);
		const shop = workshop();
		for (let item = 0; item < 5; item += 1) shop.finish(item);
		await runLanes(open, 2, shop.work);
		expect(signals).toHaveLength(1);
		expect(shop.signals).toHaveLength(5);
		expect([...signals, ...shop.signals].some(({ aborted }) => aborted)).toBe(false);
	});

	test('are not read ahead of the lanes', async () => {
		const source = numbers(100);
		const { shop, run } = await atWork(3, source);
		expect(source.use.taken).toBe(3);
		for (let item = 0; item < 100; item += 1) shop.finish(item);
		await run;
	});
});

describe('the first failure', () => {
	test('aborts the others, takes no further item, and is the one reported', async () => {
		const source = numbers(10);
		const { shop, run, state } = await atWork(3, source);
		expect(shop.signals.map(({ aborted }) => aborted)).toEqual([false, false, false]);

		shop.fail(1, new Error('first'));
		await idle();
		expect(shop.signals.map(({ aborted }) => aborted)).toEqual([true, true, true]);
		shop.fail(0, new Error('second'));
		await idle();
		// One lane has not stopped yet.
		expect(state.settled).toBe(false);
		shop.finish(2);

		await expect(run).rejects.toThrow('first');
		expect(shop.started).toEqual([0, 1, 2]);
		expect(source.use).toEqual({ taken: 3, closed: true });
	});

	test('reaches the source too', async () => {
		const source = numbers(10);
		const { shop, run } = await atWork(2, source);
		expect(source.signals.map(({ aborted }) => aborted)).toEqual([false]);
		shop.fail(0, new Error('first'));
		await idle();
		expect(source.signals.map(({ aborted }) => aborted)).toEqual([true]);
		shop.finish(1);
		await expect(run).rejects.toThrow('first');
	});

	test('is not held up by a source that stalls and obeys its signal', async () => {
		const source = stalling();
		const { shop, run, state } = await atWork(3, source);
		expect(shop.started).toEqual([0]);
		shop.fail(0, new Error('first'));
		await idle();
		expect(state.settled).toBe(true);
		await expect(run).rejects.toThrow('first');
		expect(source.use.closed).toBe(true);
	});

	test('stops a lane that is just taking an item', async () => {
		const slow = deferred();
		let closed = false;
		async function* generate(): AsyncGenerator<number, void, undefined> {
			try {
				yield 0;
				await slow.promise;
				yield 1;
			} finally {
				closed = true;
			}
		}
		const { shop, run, state } = await atWork(2, { open: generate });
		shop.fail(0, new Error('first'));
		await idle();
		expect(state.settled).toBe(false);
		slow.resolve();
		await expect(run).rejects.toThrow('first');
		expect(shop.started).toEqual([0]);
		expect(closed).toBe(true);
	});

	test('may come from the source', async () => {
		const source = numbers(2, { failWith: new Error('disk') });
		const { shop, run, state } = await atWork(3, source);
		expect(shop.signals.every(({ aborted }) => aborted)).toBe(true);
		expect(state.settled).toBe(false);
		shop.finish(0);
		shop.finish(1);
		await expect(run).rejects.toThrow('disk');
		expect(source.use.closed).toBe(true);
	});

	test('may be thrown before the work gives a promise', async () => {
		const { open, use } = numbers(3);
		const run = runLanes(open, 1, () => {
			throw new Error('at once');
		});
		await expect(run).rejects.toThrow('at once');
		expect(use).toEqual({ taken: 1, closed: true });
	});

	test('is not hidden by a source that fails to close', async () => {
		const { open } = numbers(3, { closeWith: new Error('clean-up') });
		const run = runLanes(open, 1, () => Promise.reject(new Error('first')));
		await expect(run).rejects.toThrow('first');
	});
});

describe('an abort from outside', () => {
	test('before the start takes nothing', async () => {
		const { open, source, signals, use } = numbers(3);
		const shop = workshop();
		const run = runLanes(open, 2, shop.work, { signal: AbortSignal.abort() });
		await failureOf(CancelledError, () => run);
		expect(use.taken).toBe(0);
		expect(shop.started).toEqual([]);
		expect((await source.next()).done).toBe(true);
		expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
	});

	test('reaches the work, and ends when all lanes have stopped', async () => {
		const outside = new AbortController();
		const source = numbers(10);
		const { shop, run, state } = await atWork(2, source, outside.signal);
		outside.abort();
		expect(shop.signals.map(({ aborted }) => aborted)).toEqual([true, true]);
		shop.fail(0, new CancelledError());
		await idle();
		expect(state.settled).toBe(false);
		shop.finish(1);
		await failureOf(CancelledError, () => run);
		expect(shop.started).toEqual([0, 1]);
		expect(source.use).toEqual({ taken: 2, closed: true });
	});

	test('ends a source that stalls', async () => {
		const outside = new AbortController();
		const source = stalling();
		const { shop, run } = await atWork(2, source, outside.signal);
		shop.finish(0);
		await idle();
		outside.abort();
		await failureOf(CancelledError, () => run);
		expect(source.use.closed).toBe(true);
	});

	test('after a failure leaves the failure as it is', async () => {
		const outside = new AbortController();
		const { shop, run, state } = await atWork(2, numbers(10), outside.signal);
		shop.fail(0, new Error('first'));
		await idle();
		outside.abort();
		shop.finish(1);
		await expect(run).rejects.toThrow('first');
		expect(state.settled).toBe(true);
	});

	test('is reported as such, whatever the work says about being aborted', async () => {
		const outside = new AbortController();
		const { shop, run } = await atWork(1, numbers(3), outside.signal);
		outside.abort();
		shop.fail(0, new Error('This operation was aborted'));
		await failureOf(CancelledError, () => run);
	});

	test('is listened for only as long as the lanes run', async () => {
		const outside = new AbortController();
		const remove = jest.spyOn(outside.signal, 'removeEventListener');
		await runLanes(numbers(1).open, 1, () => Promise.resolve(), { signal: outside.signal });
		expect(remove).toHaveBeenCalledWith('abort', expect.any(Function));
	});
});

describe('signals', () => {
	/** Jest's own `process` is a copy that Node's warnings do not reach. */
	const node = runInThisContext('process') as NodeJS.Process;
	const warnings: string[] = [];
	const record = ({ name }: Error): void => {
		warnings.push(name);
	};
	const ignore = (): void => undefined;

	beforeEach(() => {
		warnings.length = 0;
		node.on('warning', record);
	});
	afterEach(() => {
		node.off('warning', record);
	});

	/** 16 lanes at work at once, each of which listens twice: its request and its wait. */
	async function listen(signalOf: (own: AbortSignal) => AbortSignal): Promise<void> {
		const { open, signals } = numbers(16);
		const shop = workshop();
		const bounded = new Set<AbortSignal>();
		const run = runLanes(open, 16, (item, own) => {
			const signal = signalOf(own);
			// Node's own bound of old, once: from Node 24 on a signal has none.
			if (!bounded.has(signal)) setMaxListeners(10, signal);
			bounded.add(signal);
			signal.addEventListener('abort', ignore);
			signal.addEventListener('abort', () => undefined);
			return shop.work(item, own);
		});
		await idle();
		for (const signal of signals) signal.addEventListener('abort', ignore);
		expect(shop.started).toHaveLength(16);
		expect(new Set([...shop.signals, ...signals]).size).toBe(17);
		for (const item of shop.started) shop.finish(item);
		await run;
		await idle();
	}

	test('of 16 lanes do not look like a leak to Node', async () => {
		await listen((own) => own);
		expect(warnings).toEqual([]);
	});

	test('would look like one if they were a single signal', async () => {
		const write = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
		const { signal } = new AbortController();
		await listen(() => signal);
		write.mockRestore();
		expect(warnings).toEqual(['MaxListenersExceededWarning']);
	});
});
