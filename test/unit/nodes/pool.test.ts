import fc from 'fast-check';

import { inParallel } from '../../../nodes/run/pool';
import { deferred, idle } from '../upload/support';

/** Work that is done when the test says so, and how much of it was under way. */
function gated(count: number) {
	const gates = Array.from({ length: count }, () => deferred());
	const begun: number[] = [];
	const work = async (index: number): Promise<string> => {
		begun.push(index);
		await gates[index]?.promise;
		return `result ${index}`;
	};
	return { begun, work, gates };
}

test('results come in the order of the indices, whichever is done first', async () => {
	const { work, gates } = gated(4);
	const run = inParallel(4, 4, work);
	for (const index of [2, 0, 3, 1]) {
		gates[index]?.resolve();
		await idle();
	}
	expect(await run).toStrictEqual({
		results: ['result 0', 'result 1', 'result 2', 'result 3'],
		failures: [],
	});
});

test.each([
	[10, 1],
	[10, 3],
	[2, 16],
	[1, 1],
])('%d with %d lanes: no more at a time, and all of them', async (count, lanes) => {
	let running = 0;
	let most = 0;
	const { results } = await inParallel(count, lanes, async (index) => {
		running += 1;
		most = Math.max(most, running);
		await idle();
		running -= 1;
		return index;
	});
	expect(results).toEqual(Array.from({ length: count }, (_, index) => index));
	expect(most).toBe(Math.min(count, lanes));
});

test('of nothing is nothing', async () => {
	const work = jest.fn(() => Promise.resolve(1));
	expect(await inParallel(0, 4, work)).toStrictEqual({ results: [], failures: [] });
	expect(work).not.toHaveBeenCalled();
});

test('a slow one holds up nothing but its own lane', async () => {
	const { begun, work, gates } = gated(4);
	const run = inParallel(4, 2, work);
	gates[1]?.resolve();
	await idle();
	gates[2]?.resolve();
	await idle();
	expect(begun).toEqual([0, 1, 2, 3]);
	for (const gate of gates) gate.resolve();
	await run;
});

describe('after a failure', () => {
	test('nothing more is begun, and what is under way is finished', async () => {
		const { begun, work, gates } = gated(6);
		const run = inParallel(6, 3, work);
		const error = new Error('no');
		gates[1]?.reject(error);
		await idle();
		expect(begun).toEqual([0, 1, 2]);
		gates[2]?.resolve();
		gates[0]?.resolve();
		expect(await run).toEqual({
			results: ['result 0', 'result 2'],
			failures: [{ index: 1, error }],
		});
		expect(begun).toEqual([0, 1, 2]);
	});

	test('the first one by time is told, not the first one by index', async () => {
		const { work, gates } = gated(3);
		const run = inParallel(3, 3, work);
		gates[2]?.reject(new Error('first'));
		await idle();
		gates[0]?.reject(new Error('second'));
		gates[1]?.resolve();
		expect((await run).failures).toMatchObject([
			{ index: 2, error: { message: 'first' } },
			{ index: 0, error: { message: 'second' } },
		]);
	});

	test('that is no error at all is one too', async () => {
		// eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- code of others
		const { failures } = await inParallel(1, 1, () => Promise.reject(undefined));
		expect(failures).toStrictEqual([{ index: 0, error: undefined }]);
	});

	test('with one lane everything before it is done and nothing behind it', async () => {
		await fc.assert(
			fc.asyncProperty(fc.nat({ max: 9 }), async (failing) => {
				const done: number[] = [];
				const { results, failures } = await inParallel(10, 1, (index) => {
					if (index === failing) return Promise.reject(new Error('no'));
					done.push(index);
					return Promise.resolve(index);
				});
				expect(failures.map(({ index }) => index)).toEqual([failing]);
				expect(results).toEqual(done);
				expect(done).toEqual(Array.from({ length: failing }, (_, index) => index));
			}),
		);
	});
});
