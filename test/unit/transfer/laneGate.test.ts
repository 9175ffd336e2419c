import { CancelledError } from '../../../linkedin/api/http';
import { automaticLanes, fixedLanes } from '../../../linkedin/transfer/laneGate';
import { failureOf } from '../api/support';

const { signal } = new AbortController();
const settled = () => new Promise(setImmediate);

test('lets in as many as it should, and the next when one leaves', async () => {
	const gate = fixedLanes(2);
	let inside = 0;
	for (let index = 0; index < 4; index += 1) void gate.enter(signal).then(() => (inside += 1));
	await settled();
	expect(inside).toBe(2);
	gate.leave();
	await settled();
	expect(inside).toBe(3);
});

test('a wait ends with its signal', async () => {
	const gate = fixedLanes(1);
	await gate.enter(signal);
	const stop = new AbortController();
	const waiting = gate.enter(stop.signal);
	stop.abort();
	await failureOf(CancelledError, () => waiting);
	await failureOf(CancelledError, () => gate.enter(stop.signal));
	gate.leave();
	await gate.enter(signal);
});

test('who is in has nothing to do with those who wait, also where he is stopped', async () => {
	const gate = fixedLanes(1);
	const stop = new AbortController();
	await gate.enter(stop.signal);
	const next = gate.enter(signal);
	stop.abort();
	gate.leave();
	await next;
});

test('the user’s number stays', () => {
	const gate = fixedLanes(5);
	gate.troubled();
	for (let index = 0; index < 50; index += 1) gate.arrived(100);
	expect([gate.limit, gate.most]).toEqual([5, 5]);
});

/** Plays an upload; `rateOf` says how many bytes per millisecond that many lanes bring. */
function play(rateOf: (lanes: number) => number, rounds: number) {
	let now = 0;
	const gate = automaticLanes(() => now);
	const used: number[] = [];
	for (let round = 0; round < rounds; round += 1) {
		const lanes = gate.limit;
		used.push(lanes);
		const rate = rateOf(lanes);
		for (let part = 0; part < lanes; part += 1) {
			now += 1000 / rate;
			gate.arrived(1000);
		}
	}
	return { gate, used };
}

describe('automatic lanes', () => {
	test('begin with two', () => {
		expect(automaticLanes(() => 0).limit).toBe(2);
	});

	test('grow as long as the line gives more', () => {
		expect(play((lanes) => lanes * 10, 6).used).toEqual([2, 4, 8, 16, 16, 16]);
	});

	test('let in who waits as soon as they grow', async () => {
		let now = 0;
		const gate = automaticLanes(() => now);
		let inside = 0;
		for (let lane = 0; lane < 4; lane += 1) void gate.enter(signal).then(() => (inside += 1));
		await settled();
		expect(inside).toBe(2);
		for (now of [100, 200]) gate.arrived(1000);
		await settled();
		expect(inside).toBe(4);
	});

	test('stay where a line is full', () => {
		const { used } = play((lanes) => Math.min(lanes, 4) * 10, 8);
		expect(Math.max(...used)).toBe(8);
		expect(used.slice(3).every((lanes) => lanes >= 4)).toBe(true);
	});

	test('go back where more give less', () => {
		const { used } = play((lanes) => (lanes <= 4 ? lanes * 10 : 20), 20);
		expect(used.slice(4).every((lanes) => lanes <= 8)).toBe(true);
	});

	test('one slow round does not end their growth', () => {
		let rounds = 0;
		const { used } = play((lanes) => ((rounds += 1) === 3 ? 1 : lanes * 10), 12);
		expect(used.at(-1)).toBe(16);
	});

	test('try more now and then, and find a line that has become better', () => {
		let rounds = 0;
		const { used } = play((lanes) => Math.min(lanes, (rounds += 1) < 30 ? 2 : 16) * 10, 400);
		expect(used.at(-1)).toBeGreaterThan(8);
	});

	test('halve in trouble, down to one', () => {
		const { gate } = play((lanes) => lanes * 10, 8);
		expect(gate.limit).toBe(16);
		const seen = [1, 2, 3, 4, 5].map(() => {
			gate.troubled();
			return gate.limit;
		});
		expect(seen).toEqual([8, 4, 2, 1, 1]);
	});

	test('halve once where all that are under way fail together', async () => {
		const { gate } = play((lanes) => lanes * 10, 4);
		await Promise.all(Array.from({ length: 16 }, () => gate.enter(signal)));
		for (let lane = 0; lane < 16; lane += 1) gate.troubled();
		expect(gate.limit).toBe(8);
		// The second try of all of them.
		for (let lane = 0; lane < 16; lane += 1) gate.troubled();
		expect(gate.limit).toBe(4);
		// Half of them arrive, the others fail.
		for (let lane = 0; lane < 8; lane += 1) {
			gate.troubled();
			gate.arrived(1000);
		}
		expect(gate.limit).toBe(2);
		gate.troubled();
		expect(gate.limit).toBe(1);
	});
});
