import { call } from './calling';

/** What `npm run mutate` makes of Stryker's results. */

interface Result {
	readonly file: string;
	readonly key: string;
	readonly status: string;
	readonly statusReason?: string;
	readonly killedBy?: readonly string[];
	readonly location: { readonly start: { readonly line: number; readonly column: number } };
}

const result = (index: number, status: string, more: Partial<Result> = {}): Result => ({
	file: 'linkedin/api/a.ts',
	key: `a ${index}`,
	status,
	location: { start: { line: index, column: 0 } },
	...more,
});
const tallied = (results: readonly Result[]) =>
	call('tally.mjs', 'tallyOf', results, 1) as {
		readonly tally: Readonly<Record<string, unknown>>;
		readonly survivors: readonly Result[];
	};

test('timeouts count as killed, what no test executes as survived, and what broke not at all', () => {
	const { tally, survivors } = tallied([
		result(4, 'Killed', { killedBy: ['test/unit/api/a.test.ts'] }),
		result(3, 'Killed', { killedBy: ['test/engine/a.test.ts'] }),
		result(5, 'Timeout'),
		result(2, 'Survived'),
		result(1, 'NoCoverage'),
		result(0, 'RuntimeError', { statusReason: 'the process has crashed' }),
	]);
	expect(tally).toEqual({
		mutants: 6,
		tried: 6,
		killed: 2,
		killedByEngine: 1,
		timeouts: 1,
		survived: 1,
		notReached: 1,
		broken: 1,
		score: 0.6,
	});
	expect(survivors.map(({ location }) => location.start.line)).toEqual([1, 2]);
});

test('after the end of the time nothing counts, not even what no test executes', () => {
	const results = Array.from({ length: 40 }, (_, index) => result(index, 'NoCoverage'));
	const order = call('draw.mjs', 'draw', results, 1) as Result[];
	const tried = order.map((each, place) =>
		place % 2 === 1
			? each
			: place < 10
				? { ...each, status: 'Killed', killedBy: [] }
				: { ...each, status: 'RuntimeError', statusReason: 'time is over' },
	);
	const { tally } = tallied(tried);
	expect(tally).toMatchObject({ mutants: 40, tried: 10, killed: 5, notReached: 5, broken: 0 });
	expect(tally.interval).toEqual([expect.closeTo(0.237, 3), expect.closeTo(0.763, 3)]);
});

test.each([
	[0, 0, [0, 1]],
	[10, 10, [0.722, 1]],
	[0, 10, [0, 0.278]],
	[90, 100, [0.826, 0.945]],
])("Wilson's interval of %d of %d", (count, of, bounds) => {
	const found = call('tally.mjs', 'wilson', count, of);
	expect(found).toEqual(bounds.map((bound) => expect.closeTo(bound, 3) as number));
});
