import { TURNS, turnAfter, turnBefore } from '../../../linkedin/api/turns';
import { answer, clientOn, GET } from './support';

const LARGE = 'x'.repeat(100_000);

test.each([
	[LARGE, 1],
	['{}', 0],
])('only before and after a large text there is a turn', async (text, turns) => {
	const next = jest.spyOn(TURNS, 'next');
	await turnBefore(text);
	expect(next).toHaveBeenCalledTimes(turns);
	await turnAfter(text);
	expect(next).toHaveBeenCalledTimes(2 * turns);
	next.mockRestore();
});

test('what has begun goes first', async () => {
	const order: string[] = [];
	const read = async (name: string): Promise<void> => {
		await turnBefore(LARGE);
		order.push(`${name} scanned`);
		await turnAfter(LARGE);
		order.push(`${name} parsed`);
	};
	await Promise.all([read('one'), read('two'), read('three')]);
	// The first to come is in its turn already when the second begins to wait.
	const parsedAt = (name: string) => order.indexOf(`${name} parsed`);
	const scannedAt = (name: string) => order.indexOf(`${name} scanned`);
	for (const name of ['one', 'two', 'three']) {
		const between = order.slice(scannedAt(name) + 1, parsedAt(name));
		expect(between.length).toBeLessThanOrEqual(1);
	}
});

test('a large answer is parsed in one turn, and read in another', async () => {
	const order: string[] = [];
	const next = jest.spyOn(TURNS, 'next').mockImplementation(() => {
		order.push('turn');
		return Promise.resolve();
	});
	const parse = jest.spyOn(JSON, 'parse').mockImplementation(() => {
		order.push('parse');
		return { id: LARGE };
	});
	const { client } = clientOn([answer(200, { id: LARGE })]);
	await client.call(GET, () => order.push('read'));
	next.mockRestore();
	parse.mockRestore();
	const steps = order.slice(order.indexOf('parse') - 1);
	expect(steps).toEqual(['turn', 'parse', 'turn', 'read', 'turn']);
});
