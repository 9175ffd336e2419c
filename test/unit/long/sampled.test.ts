import type * as Sampled from '../../long/sampled';

/** What `npm test` leaves to `npm run test:long`. */

const ROWS = ['a', 'b', 'c', 'd'];
const COLUMNS = [1, 2, 3, 4, 5];
const TABLE = ROWS.flatMap((row) => COLUMNS.map((column) => ({ row, column, odd: column % 2 })));

/** The module as it is where everything is tried, or where it is not. */
async function sampling(long: boolean): Promise<typeof Sampled> {
	jest.resetModules();
	const before = process.env.LONG_TESTS;
	process.env.LONG_TESTS = long ? '1' : '0';
	try {
		return await import('../../long/sampled');
	} finally {
		if (before === undefined) delete process.env.LONG_TESTS;
		else process.env.LONG_TESTS = before;
	}
}

test('each row and each column comes, in few cells', async () => {
	const { sampled } = await sampling(false);
	const cells = sampled(
		TABLE,
		({ row }) => row,
		({ column }) => column,
	);
	expect(new Set(cells.map(({ row }) => row)).size).toBe(ROWS.length);
	expect(new Set(cells.map(({ column }) => column)).size).toBe(COLUMNS.length);
	expect(cells.length).toBeLessThanOrEqual(COLUMNS.length + 1);
});

test('each pair comes where a view is a pair, in the order of the table', async () => {
	const { sampled } = await sampling(false);
	const cells = sampled(TABLE, ({ row, odd }) => [row, odd]);
	expect(cells.map(({ row, odd }) => [row, odd])).toEqual(
		ROWS.flatMap((row) => [
			[row, 1],
			[row, 0],
		]),
	);
});

test('all of it comes in the long form', async () => {
	const { often, sampled } = await sampling(true);
	expect(sampled(TABLE, ({ row }) => row)).toEqual(TABLE);
	expect(often(1, 100)).toBe(100);
});

test('the short form is the short one', async () => {
	expect((await sampling(false)).often(1, 100)).toBe(1);
});
