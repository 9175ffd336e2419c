import { CancelledError } from '../../../linkedin/api/http';
import { Announced } from '../../../linkedin/api/intent';
import { Problem } from '../../../linkedin/problem';
import { findingsIn } from '../../../nodes/run/findings';
import { Preparation } from '../../../nodes/run/preparation';

const fail = (message: string) => () => {
	throw new Problem(message);
};
const words = (error: unknown) => findingsIn(error).map(({ message }) => message);
const errorOf = (work: Promise<unknown>) => work.then(undefined, (error: unknown) => error);

describe('a run', () => {
	const run = new Preparation(false);

	test('gives all results, in their order, one after another', async () => {
		const seen: number[] = [];
		const work = (number: number) => async () => {
			await Promise.resolve();
			seen.push(number);
			return number;
		};
		expect(await run.gather(work(1), work(2), () => 'three')).toEqual([1, 2, 'three']);
		expect(seen).toEqual([1, 2]);
	});

	test('ends with the first problem', async () => {
		const later = jest.fn();
		const error = await errorOf(run.gather(fail('one'), later, fail('two')));
		expect(words(error)).toEqual(['one']);
		expect(later).not.toHaveBeenCalled();
		await expect(run.attempt(fail('one'))).rejects.toThrow('one');
	});

	test('writes what it announces', () => {
		expect(() => {
			run.announce({ writes: [] });
		}).not.toThrow();
		run.foresee({ text: 'Hello' });
		expect(run.foreseen).toEqual({});
	});
});

describe('a check', () => {
	test('finds the problems of all, also of those inside of others', async () => {
		const check = new Preparation(true);
		const inner = () => check.gather(fail('two'), fail('three'));
		const error = await errorOf(check.gather(fail('one'), inner, () => 'good'));
		expect(words(error)).toEqual(['one', 'two', 'three']);
		expect(String(error)).toContain('one');
	});

	test('goes on without what failed', async () => {
		const check = new Preparation(true);
		await check.attempt(fail('one'));
		expect(await check.attempt(() => 'good')).toBe('good');
		expect(check.problems.map(({ message }) => message)).toEqual(['one']);
	});

	test.each([new CancelledError(), new TypeError('a bug')])('ends with %s', async (error) => {
		const check = new Preparation(true);
		const failing = () => Promise.reject(error);
		expect(await errorOf(check.gather(failing, fail('later')))).toBe(error);
		expect(await errorOf(check.attempt(failing))).toBe(error);
		expect(check.problems).toEqual([]);
	});

	test('ends where it would write', async () => {
		const check = new Preparation(true);
		const work = () => {
			check.announce({ writes: [] });
		};
		expect(await errorOf(check.gather(work))).toBeInstanceOf(Announced);
	});
});
