/**
 * Whether everything is tried (`npm run test:long`), or as much as shows each kind of it (`npm test`).
 * test/long/jest.config.js sets it.
 */
export const LONG = process.env.LONG_TESTS === '1';

/** How often something random is tried, or how large it is. */
export function often(short: number, long: number): number {
	return LONG ? long : short;
}

/**
 * Cells of a table: all of them, or else so many that each view of the table is whole. A view says what a cell
 * shows of it, for example its row, its column, or a pair of both: of all that it can say, each comes at least
 * once. The same cells each time.
 */
export function sampled<Cell>(
	cells: readonly Cell[],
	...views: ReadonlyArray<(cell: Cell) => unknown>
): Cell[] {
	if (LONG) return [...cells];
	const open = new Set<string>();
	const shows = cells.map((cell) => views.map((view, at) => `${at} ${JSON.stringify(view(cell))}`));
	for (const each of shows) for (const what of each) open.add(what);
	const news = (each: readonly string[]): number => each.filter((what) => open.has(what)).length;
	const chosen = new Set<number>();
	while (open.size > 0) {
		const best = indexOfMost(shows.map(news));
		chosen.add(best);
		for (const what of shows[best] ?? []) open.delete(what);
	}
	return cells.filter((_, index) => chosen.has(index));
}

function indexOfMost(counts: readonly number[]): number {
	return counts.indexOf(Math.max(...counts));
}
