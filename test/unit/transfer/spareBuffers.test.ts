import { FairBudget } from '../../../linkedin/transfer/fairBudget';
import { PartBuffers, SpareBuffers } from '../../../linkedin/transfer/partBuffers';

/** Uploads that share a budget of so many bytes. */
function lab(total: number, uploads: number) {
	const budget = new FairBudget(total);
	const spare = new SpareBuffers(budget);
	const members = Array.from({ length: uploads }, () => new PartBuffers(budget, spare, {}));
	return { budget, spare, members };
}

const memoryOf = ({ buffer }: Buffer): ArrayBufferLike => buffer;

test.each([
	[1, 1],
	[2, 4],
	[16, 50],
])('%i parts at a time of %i uploads take no more memory than that', async (room, uploads) => {
	const size = 100_000;
	const { budget, members } = lab(room * size, uploads);
	const made = new Set<ArrayBufferLike>();
	let most = 0;
	const upload = async (buffers: PartBuffers): Promise<void> => {
		for (let part = 0; part < 5; part += 1) {
			const bytes = await buffers.take(size);
			made.add(memoryOf(bytes));
			most = Math.max(most, budget.inUse);
			await new Promise(setImmediate);
			buffers.give(bytes);
		}
	};
	await Promise.all(members.map(upload));
	expect(made.size).toBe(room);
	expect(most).toBe(room * size);
	for (const buffers of members) buffers.close();
	expect(budget.isIdle).toBe(true);
});

test('where others hold the budget, no more is kept than fits beside them', async () => {
	const { budget, spare, members } = lab(300, 1);
	const [buffers] = members;
	const taken = [await buffers?.take(100), await buffers?.take(100)];
	const other = await budget.take({}, 100);
	for (const bytes of taken) if (bytes) buffers?.give(bytes);
	const more = await budget.take({}, 100);
	const third = await buffers?.take(100);
	if (third) buffers?.give(third);
	const kept = [spare.take(60), spare.take(60), spare.take(60)];
	expect(kept.filter((one) => one !== undefined)).toHaveLength(1);
	for (const lease of [other, more]) lease.release();
});
