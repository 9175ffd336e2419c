import { getEventListeners } from 'events';

import { CancelledError, ConnectionError } from '../../../linkedin/api/http';
import { withinLimit } from '../../../nodes/transport/withinLimit';
import { DrivenWatch } from '../../drivenWatch';
import { failureOf } from '../api/support';

const limits = { timeoutMs: 21_600_000 };
const forever = () => new Promise<never>(() => undefined);

let watch: DrivenWatch;
beforeEach(() => {
	watch = new DrivenWatch();
});
afterEach(() => {
	jest.restoreAllMocks();
});

describe('nothing is watched, and nobody listens', () => {
	let stop: AbortController;
	beforeEach(() => {
		stop = new AbortController();
	});
	afterEach(async () => {
		await new Promise(setImmediate);
		expect([watch.count, getEventListeners(stop.signal, 'abort')]).toEqual([0, []]);
	});

	test('after an answer', async () => {
		expect(await withinLimit(limits, stop.signal, () => Promise.resolve(1))).toBe(1);
	});

	test('after a failure', async () => {
		const fail = () => Promise.reject(new TypeError('x'));
		await failureOf(TypeError, () => withinLimit(limits, stop.signal, fail));
	});

	test('after one of the step that begins it', async () => {
		const fail = () => {
			throw new TypeError('x');
		};
		await failureOf(TypeError, () => withinLimit(limits, stop.signal, fail));
	});

	test('after a cancel, which what does not hear it does not hold up', async () => {
		const running = withinLimit(limits, stop.signal, forever);
		stop.abort();
		await failureOf(CancelledError, () => running);
	});

	test('after the bound', async () => {
		const signals: AbortSignal[] = [];
		const running = failureOf(ConnectionError, () =>
			withinLimit(
				limits,
				stop.signal,
				(signal) => {
					signals.push(signal);
					return forever();
				},
				() => 'BODY_TIMEOUT',
			),
		);
		await watch.pass(limits.timeoutMs);
		expect([(await running).code, signals[0]?.aborted]).toEqual(['BODY_TIMEOUT', true]);
	});

	test('after the bound of what does not say what it waited for', async () => {
		const running = failureOf(ConnectionError, () => withinLimit(limits, stop.signal, forever));
		await watch.pass(limits.timeoutMs);
		await watch.pass(1000);
		expect((await running).code).toBe('ANSWER_TIMEOUT');
	});
});

test('what is cancelled before is not begun', async () => {
	const exchange = jest.fn(forever);
	await failureOf(CancelledError, () => withinLimit(limits, AbortSignal.abort(), exchange));
	expect(exchange).not.toHaveBeenCalled();
});
