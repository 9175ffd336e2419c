import { CancelledError } from '../../../linkedin/api/http';
import { sleep } from '../../../nodes/transport/sleep';
import { failureOf } from '../api/support';

beforeEach(() => {
	jest.useFakeTimers();
});
afterEach(() => {
	jest.useRealTimers();
});

/** A wait, and what has become of it. */
function waiting(milliseconds: number, signal?: AbortSignal) {
	const state: { ended?: unknown } = {};
	sleep(milliseconds, signal).then(
		() => (state.ended = 'fine'),
		(error: unknown) => (state.ended = error),
	);
	return state;
}

test.each([1, 999, 1000, 1001, 2500, 30_000])('waits %d ms, no more and no less', async (time) => {
	const state = waiting(time, new AbortController().signal);
	await jest.advanceTimersByTimeAsync(time - 1);
	expect(state.ended).toBeUndefined();
	await jest.advanceTimersByTimeAsync(1);
	expect(state.ended).toBe('fine');
});

test('waits in slices of a second at most', async () => {
	const timers = jest.spyOn(globalThis, 'setTimeout');
	waiting(2500);
	await jest.advanceTimersByTimeAsync(2500);
	expect(timers.mock.calls.map(([, milliseconds]) => milliseconds)).toEqual([1000, 1000, 500]);
	timers.mockRestore();
});

test.each([0, -1])('of %d ms needs no timer', async (time) => {
	const state = waiting(time);
	await jest.advanceTimersByTimeAsync(0);
	expect(state.ended).toBe('fine');
	expect(jest.getTimerCount()).toBe(0);
});

test('ends within a second of a cancel', async () => {
	const cancel = new AbortController();
	const state = waiting(300_000, cancel.signal);
	await jest.advanceTimersByTimeAsync(1200);
	cancel.abort();
	await jest.advanceTimersByTimeAsync(800);
	expect(state.ended).toBeInstanceOf(CancelledError);
	expect(jest.getTimerCount()).toBe(0);
});

test.each([0, 5000])('of %d ms does not start after a cancel', async (time) => {
	await failureOf(CancelledError, () => sleep(time, AbortSignal.abort()));
	expect(jest.getTimerCount()).toBe(0);
});

test('that is cancelled in its last slice is cancelled', async () => {
	const cancel = new AbortController();
	const state = waiting(500, cancel.signal);
	cancel.abort();
	await jest.advanceTimersByTimeAsync(500);
	expect(state.ended).toBeInstanceOf(CancelledError);
});
