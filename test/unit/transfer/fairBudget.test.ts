import { CancelledError } from '../../../linkedin/api/http';
import { FairBudget, type Lease } from '../../../linkedin/transfer/fairBudget';
import { failureOf } from '../api/support';

const [anna, ben, cleo] = [{ name: 'anna' }, { name: 'ben' }, { name: 'cleo' }];

/** A budget, and who has been served, in order. */
function lab(total: number) {
	const budget = new FairBudget(total);
	const served: string[] = [];
	const leases: Lease[] = [];
	const ask = async (member: { name: string }, amount: number, signal?: AbortSignal) => {
		const lease = await budget.take(member, amount, signal);
		served.push(`${member.name} ${amount}`);
		leases.push(lease);
	};
	const settled = () => new Promise(setImmediate);
	return { budget, served, leases, ask, settled };
}

test('lends what it has, and the rest when it comes back', async () => {
	const { budget, served, leases, ask, settled } = lab(10);
	void ask(anna, 6);
	void ask(anna, 4);
	void ask(anna, 1);
	await settled();
	expect(served).toEqual(['anna 6', 'anna 4']);
	expect(budget.inUse).toBe(10);
	leases[1]?.release();
	await settled();
	expect(served).toEqual(['anna 6', 'anna 4', 'anna 1']);
	expect(budget.inUse).toBe(7);
});

test('serves first who holds the least', async () => {
	const { served, leases, ask, settled } = lab(2);
	for (let index = 0; index < 4; index += 1) void ask(anna, 1);
	void ask(ben, 1);
	void ask(ben, 1);
	await settled();
	leases[0]?.release();
	await settled();
	leases[1]?.release();
	await settled();
	expect(served.slice(0, 4)).toEqual(['anna 1', 'anna 1', 'ben 1', 'anna 1']);
});

test('lets nobody overtake one who asks for much', async () => {
	const { served, leases, ask, settled } = lab(10);
	void ask(anna, 5);
	void ask(anna, 4);
	void ask(ben, 8);
	void ask(anna, 1);
	await settled();
	expect(served).toEqual(['anna 5', 'anna 4']);
	leases[0]?.release();
	leases[1]?.release();
	await settled();
	expect(served).toEqual(['anna 5', 'anna 4', 'ben 8', 'anna 1']);
});

test('gives more than there is to one alone', async () => {
	const { served, leases, ask, settled } = lab(10);
	void ask(anna, 1);
	void ask(ben, 100);
	void ask(cleo, 1);
	await settled();
	leases[0]?.release();
	await settled();
	// Who holds nothing and came first.
	expect(served).toEqual(['anna 1', 'ben 100']);
	leases[1]?.release();
	await settled();
	expect(served).toEqual(['anna 1', 'ben 100', 'cleo 1']);
});

test('handing back twice hands back once', async () => {
	const { budget, leases, ask } = lab(10);
	await ask(anna, 3);
	await ask(anna, 3);
	leases[0]?.release();
	leases[0]?.release();
	expect(budget.inUse).toBe(3);
});

describe('a wait', () => {
	test('ends with its signal, and stands in nobody’s way', async () => {
		const { budget, served, leases, ask, settled } = lab(10);
		const stop = new AbortController();
		await ask(anna, 5);
		const waiting = ask(ben, 9, stop.signal);
		void ask(cleo, 5);
		await settled();
		expect(served).toEqual(['anna 5']);
		stop.abort();
		await failureOf(CancelledError, () => waiting);
		await settled();
		expect(served).toEqual(['anna 5', 'cleo 5']);
		for (const lease of leases) lease.release();
		expect(budget.isIdle).toBe(true);
	});

	test('does not begin after it', async () => {
		await failureOf(CancelledError, () => lab(1).ask(anna, 1, AbortSignal.abort()));
	});

	test('leaves no listener', async () => {
		const { ask } = lab(1);
		const stop = new AbortController();
		const remove = jest.spyOn(stop.signal, 'removeEventListener');
		await ask(anna, 1, stop.signal);
		expect(remove).toHaveBeenCalledTimes(1);
	});
});
