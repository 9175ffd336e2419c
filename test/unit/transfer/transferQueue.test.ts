import { CancelledError, ConnectionError } from '../../../linkedin/api/http';
import type { TransferClock } from '../../../linkedin/transfer/host';
import { TransferQueue } from '../../../linkedin/transfer/transferQueue';
import { failureOf } from '../api/support';
import { deferred } from '../upload/support';

const URL = 'https://uploads.example/part/1';
const settled = () => new Promise(setImmediate);

/** A queue under a clock that only `pass` and the waits before something move. */
function lab(bounds = { bytes: 1000, connectionsPerHost: 2 }) {
	const queue = new TransferQueue(bounds);
	let now = 1_000_000;
	let looks: Array<() => void> = [];
	const slept: number[] = [];
	const clock = {
		now: () => now,
		watchedNow: () => now,
		sleep: (milliseconds: number, signal?: AbortSignal) => {
			if (signal?.aborted) return Promise.reject(new CancelledError());
			slept.push(milliseconds);
			now += milliseconds;
			return Promise.resolve();
		},
		watch: () =>
			new Promise<void>((resolve) => {
				looks.push(resolve);
			}),
		random: () => 0,
	};
	/** So much time passes, and the watch looks. */
	const pass = async (milliseconds: number): Promise<void> => {
		now += milliseconds;
		for (const look of looks.splice(0)) look();
		looks = [];
		await settled();
	};
	const member = {};
	const transfer = { member, url: URL, bytes: 100, clock };
	/** One that is answered when its `answer` is called, and ends with its signal. */
	const begin = (
		more: {
			signal?: AbortSignal;
			member?: object;
			url?: string;
			clock?: TransferClock;
		} = {},
	) => {
		const { promise, resolve } = deferred();
		let isUnderWay = false;
		const done = queue.carry({ ...transfer, ...more }, async ({ signal }) => {
			isUnderWay = true;
			await Promise.race([
				promise,
				new Promise((_, reject) => {
					signal.addEventListener('abort', () => {
						reject(new Error('aborted'));
					});
				}),
			]);
			return 'answer';
		});
		done.catch(() => undefined);
		return { done, answer: resolve, isUnderWay: () => isUnderWay };
	};
	return { queue, clock, begin, pass, slept };
}

test('an answer comes through, and its connection goes to the next', async () => {
	const { begin } = lab();
	const [first, second, third] = [begin(), begin(), begin()];
	await settled();
	expect([first, second, third].map(({ isUnderWay }) => isUnderWay())).toEqual([true, true, false]);
	first.answer();
	expect(await first.done).toBe('answer');
	await settled();
	expect(third.isUnderWay()).toBe(true);
});

test('each host has its own connections', async () => {
	const { begin } = lab();
	begin();
	begin();
	const other = begin({ url: 'https://other.example/1' });
	await settled();
	expect(other.isUnderWay()).toBe(true);
});

test('a part that waits behind others takes as long as it takes', async () => {
	const { begin, pass } = lab({ bytes: 1000, connectionsPerHost: 3 });
	const slow = begin();
	for (let minute = 0; minute < 60; minute += 1) {
		const other = begin();
		await settled();
		await pass(50_000);
		other.answer();
		await other.done;
	}
	slow.answer();
	expect(await slow.done).toBe('answer');
});

test('what is on a line that has gone silent is ended, and says so', async () => {
	const { begin, pass } = lab();
	const shipments = [begin(), begin()];
	await settled();
	await pass(59_000);
	await pass(30_000);
	for (const { done } of shipments) {
		const error = await failureOf(ConnectionError, () => done);
		expect(error.code).toBe('LINE_SILENT');
		expect(error.message).toBe('no data moved for 89 seconds');
		expect(error.neverSent).toBe(false);
	}
});

test('what was stopped while its line was silent was stopped', async () => {
	const { queue, clock, pass } = lab();
	const stop = new AbortController();
	const { promise, reject } = deferred();
	const transfer = { member: {}, url: URL, bytes: 100, clock, signal: stop.signal };
	const done = queue.carry(transfer, () => promise);
	await settled();
	await pass(59_000);
	await pass(30_000);
	stop.abort();
	reject(new CancelledError());
	await failureOf(CancelledError, () => done);
});

test('hosts that nobody uses any more are forgotten, where there are many', async () => {
	const { queue, begin, pass } = lab();
	const visit = async (from: number, count: number): Promise<void> => {
		const visits = Array.from({ length: count }, (_, index) =>
			begin({ url: `https://host-${from + index}.example/` }),
		);
		await settled();
		for (const { answer } of visits) answer();
		await Promise.all(visits.map(({ done }) => done));
		await pass(1000);
	};
	const used = begin();
	await visit(0, 99);
	expect(queue.hostCount).toBe(100);
	await visit(200, 1);
	await visit(300, 1);
	// The one that is in use, and the last ones, whose lines are still watched when they are looked at.
	expect(queue.hostCount).toBeLessThanOrEqual(3);
	used.answer();
	expect(await used.done).toBe('answer');
});

test.each([0, 1, 2, 3, 4, 5])('who comes %i steps before a last look is watched', async (steps) => {
	const { begin, pass } = lab();
	const first = begin();
	await settled();
	first.answer();
	await first.done;
	const next = begin();
	for (let step = 0; step < steps; step += 1) await Promise.resolve();
	await pass(1000);
	await pass(59_000);
	await pass(30_000);
	expect((await failureOf(ConnectionError, () => next.done)).code).toBe('LINE_SILENT');
});

describe('a pause that the server asks for', () => {
	test('is everybody’s', async () => {
		const { queue, clock, begin, slept } = lab();
		queue.hold(URL, clock.now() + 20_000);
		const one = begin({ member: {} });
		await settled();
		expect(slept).toEqual([20_000]);
		expect(one.isUnderWay()).toBe(true);
		// Who waited took no connection from anybody: there are two.
		const other = begin();
		await settled();
		expect(other.isUnderWay()).toBe(true);
	});

	test('is a moment longer for each, so that they do not come back together', async () => {
		const { queue, clock, begin, slept } = lab();
		queue.hold(URL, clock.now() + 20_000);
		begin({ clock: { ...clock, random: () => 0.5 } });
		await settled();
		expect(slept).toEqual([20_250]);
	});

	test('outlives many other hosts', async () => {
		const { queue, clock, begin, pass, slept } = lab();
		queue.hold(URL, clock.now() + 300_000);
		for (const round of [1, 2]) {
			const others = Array.from({ length: 101 }, (_, host) =>
				begin({ url: `https://host-${host}.example/${round}` }),
			);
			await settled();
			for (const { answer } of others) answer();
			await Promise.all(others.map(({ done }) => done));
			await pass(1000);
		}
		begin();
		await settled();
		expect(slept).toEqual([298_000]);
	});

	test('hears Stop', async () => {
		const { queue, clock, begin } = lab();
		queue.hold(URL, clock.now() + 20_000);
		const stop = new AbortController();
		const one = begin({ signal: stop.signal });
		stop.abort();
		await failureOf(CancelledError, () => one.done);
		expect(one.isUnderWay()).toBe(false);
	});
});

test('Stop ends what is under way and what waits, and hands all back', async () => {
	const { queue, clock, begin } = lab();
	const stop = new AbortController();
	const all = [begin({ signal: stop.signal }), begin({ signal: stop.signal })];
	const waiting = begin({ signal: stop.signal });
	await settled();
	stop.abort();
	for (const { done } of all) await expect(done).rejects.toThrow('aborted');
	await failureOf(CancelledError, () => waiting.done);
	const turns = [
		await queue.turn(URL, { member: {}, clock }),
		await queue.turn(URL, { member: {}, clock }),
	];
	for (const turn of turns) turn.release();
});
