import { call } from './calling';

/** Which tests `npm run mutate` tries a mutant with. */

interface Chosen {
	readonly file: string;
	readonly hits: Readonly<Record<string, number>>;
}

const reach = (file: string, mutants: readonly number[], more = {}) => ({
	...{ file, passed: 1, failed: 0, ms: 10 },
	hits: Object.fromEntries(mutants.map((mutant) => [mutant, 1])),
	...more,
});
const testsOf = (mutant: number, from: readonly unknown[], engineFiles = 2) =>
	(call('choose.mjs', 'choose', from, engineFiles) as Chosen[])
		.filter(({ hits }) => mutant in hits)
		.map(({ file }) => file);

const unit = ['a', 'b', 'c'].map((name) => reach(`test/unit/${name}.test.ts`, [1, 2]));
const engine = [
	reach('test/engine/all.test.ts', [1, 2, 3, 4]),
	reach('test/engine/one.test.ts', [1]),
	reach('test/engine/two.test.ts', [1, 2]),
];

test('all unit tests that execute it, and the engine tests that execute the fewest mutants', () => {
	expect(testsOf(1, [...unit, ...engine])).toEqual([
		...unit.map(({ file }) => file),
		'test/engine/one.test.ts',
		'test/engine/two.test.ts',
	]);
	expect(testsOf(3, [...unit, ...engine])).toEqual(['test/engine/all.test.ts']);
});

test('none that fails without any mutant, and none that has no tests', () => {
	expect(
		testsOf(1, [
			reach('test/unit/failing.test.ts', [1], { failed: 1 }),
			reach('test/unit/empty.test.ts', [1], { passed: 0 }),
		]),
	).toEqual([]);
});
