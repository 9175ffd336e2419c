import { Problem } from '../../../linkedin/problem';
import { FairBudget } from '../../../linkedin/transfer/fairBudget';
import { PartBuffers, SpareBuffers } from '../../../linkedin/transfer/partBuffers';
import { failureOf } from '../api/support';

/** Buffers of 100 bytes together; `other` is another upload, so that what is spare stays. */
function lab() {
	const budget = new FairBudget(100);
	const spare = new SpareBuffers(budget);
	const [one, other] = [new PartBuffers(budget, spare, {}), new PartBuffers(budget, spare, {})];
	/** So many are used and handed back. */
	const use = async (count: number, size: number): Promise<readonly Buffer[]> => {
		const all = await Promise.all(Array.from({ length: count }, () => one.take(size)));
		for (const view of all) one.give(view);
		return all;
	};
	const isSpare = (size: number): boolean => spare.take(size) !== undefined;
	return { budget, spare, one, other, use, isSpare };
}

test('a buffer that was handed back is used again, by any upload, for about as many bytes', async () => {
	const { use, other } = lab();
	const [used] = await use(1, 50);
	const again = await other.take(40);
	expect(again).toHaveLength(40);
	expect(again.buffer).toBe(used?.buffer);
});

test('a small part does not occupy what a large one had', async () => {
	const { use, other } = lab();
	await use(1, 100);
	expect((await other.take(10)).buffer.byteLength).toBeLessThanOrEqual(20);
});

test('what is spare and what is in use stay within the budget together', async () => {
	const { use, other, isSpare } = lab();
	await use(10, 10);
	await other.take(50);
	const left = Array.from({ length: 10 }, () => isSpare(10)).filter(Boolean);
	expect(left).toHaveLength(5);
});

test('nothing is kept where nobody uploads', async () => {
	const { use, one, other, isSpare } = lab();
	await use(1, 10);
	one.close();
	other.close();
	expect(isSpare(10)).toBe(false);
});

test('what was not handed back is nobody’s afterwards, and its share of the budget is free', async () => {
	const { budget, one, isSpare } = lab();
	await one.take(10);
	one.close();
	expect([budget.isIdle, isSpare(10)]).toEqual([true, false]);
});

test('a part for which there is no memory has no share of the budget either', async () => {
	const { budget, one } = lab();
	await failureOf(Problem, () => one.take(Number.MAX_SAFE_INTEGER));
	expect(budget.isIdle).toBe(true);
});

test('a buffer of another origin is left alone', () => {
	const { budget, one, isSpare } = lab();
	one.give(Buffer.alloc(10));
	expect([budget.isIdle, isSpare(10)]).toEqual([true, false]);
});
