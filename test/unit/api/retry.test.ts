import fc from 'fast-check';

import {
	DEFAULT_RETRY,
	isTransient,
	parseRetryAfter,
	retryDelay,
	type RetryPolicy,
} from '../../../linkedin/api/retry';
import { half, NOW } from './support';

const policy: RetryPolicy = {
	maxRetries: 5,
	baseDelayMs: 500,
	maxDelayMs: 3000,
	maxRetryAfterMs: 60_000,
};
const failure = (status: number | undefined, retryAfterMs?: number) => ({ status, retryAfterMs });

describe('worth another try', () => {
	test.each([undefined, 408, 429, 500, 502, 503, 504, 599])('%s', (status) => {
		expect(isTransient(status)).toBe(true);
		expect(retryDelay(policy, 1, failure(status), half)).toBe(250);
	});

	test.each([0, 200, 302, 400, 401, 403, 404, 409, 410, 413, 422, 426])('not %s', (status) => {
		expect(isTransient(status)).toBe(false);
		expect(retryDelay(policy, 1, failure(status), half)).toBeUndefined();
	});

	test('no status but a transient one, even where the answer asks to come back', () => {
		expect(retryDelay(policy, 1, failure(400, 1000), half)).toBeUndefined();
	});
});

describe('the wait', () => {
	test.each([
		[1, 500],
		[2, 1000],
		[3, 2000],
		[4, 3000],
		[5, 3000],
	])('after try %d is up to %d ms', (attempt, ceiling) => {
		expect(retryDelay(policy, attempt, failure(503), () => 0)).toBe(0);
		expect(retryDelay(policy, attempt, failure(503), half)).toBe(ceiling / 2);
		expect(retryDelay(policy, attempt, failure(503), () => 1 - 2 ** -53)).toBe(ceiling - 1);
	});

	test('ends with the tries', () => {
		expect(retryDelay(policy, 6, failure(503), half)).toBeUndefined();
		expect(retryDelay(policy, 6, failure(503, 0), half)).toBeUndefined();
		expect(retryDelay({ ...policy, maxRetries: 0 }, 1, failure(503), half)).toBeUndefined();
	});

	test('is at least what LinkedIn asks for, and a little more, so that not all come back at once', () => {
		for (const asked of [7000, 60_000]) {
			expect(retryDelay(policy, 1, failure(429, asked), () => 0)).toBe(asked);
			expect(retryDelay(policy, 1, failure(429, asked), half)).toBe(asked + policy.baseDelayMs / 2);
		}
	});

	test('is its own where LinkedIn asks for less', () => {
		for (const attempt of [1, 2, 3]) {
			expect(retryDelay(policy, attempt, failure(429, 0), half)).toBe(
				retryDelay(policy, attempt, failure(429), half),
			);
		}
	});

	test('is given up where LinkedIn asks for too long', () => {
		expect(retryDelay(policy, 1, failure(429, 60_001), half)).toBeUndefined();
		expect(retryDelay(policy, 1, failure(429, Infinity), half)).toBeUndefined();
	});

	test('is never negative and never above the ceiling', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 2000 }),
				fc.integer({ min: 1, max: 100_000 }),
				fc.integer({ min: 0, max: 100_000 }),
				fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
				(attempt, baseDelayMs, maxDelayMs, dice) => {
					const any = { ...policy, maxRetries: 2000, baseDelayMs, maxDelayMs };
					const delay = retryDelay(any, attempt, failure(undefined), () => dice);
					expect(Number.isInteger(delay)).toBe(true);
					expect(delay).toBeGreaterThanOrEqual(0);
					expect(delay).toBeLessThanOrEqual(Math.min(maxDelayMs, baseDelayMs * 2 ** (attempt - 1)));
				},
			),
		);
	});
});

test('by default there are five repetitions, up to half a minute apart', () => {
	const last = (attempt: number) =>
		retryDelay(DEFAULT_RETRY, attempt, failure(503), () => 1 - 2 ** -53);
	expect([1, 2, 3, 4, 5, 6].map(last)).toEqual([499, 999, 1999, 3999, 7999, undefined]);
	expect(DEFAULT_RETRY.maxDelayMs).toBe(30_000);
});

describe('Retry-After', () => {
	test.each([
		[undefined, undefined],
		['0', 0],
		['120', 120_000],
		[' 120 ', 120_000],
		['Fri, 20 Nov 2026 12:00:30 GMT', 30_000],
		['Fri, 20 Nov 2026 11:59:00 GMT', 0],
		['', undefined],
		['soon', undefined],
		['5s', undefined],
		['Fri, 99 Nov 2026 12:00:00 GMT', undefined],
	])('%j is %s ms', (value, expected) => {
		expect(parseRetryAfter(value, NOW)).toBe(expected);
	});

	test.each(['-1', '1.5', '5, 5', 'in 5'])(
		'%j is rubbish, although JavaScript takes it for a date of long ago',
		(value) => {
			expect(parseRetryAfter(value, NOW)).toBeUndefined();
		},
	);
});
