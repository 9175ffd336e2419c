import { call } from './calling';

/** The order in which `npm run mutate` tries mutants: wherever it is cut, it holds a fair part of each file. */

interface Mutant {
	readonly file: string;
	readonly key: string;
}

const SIZES = { 'a.ts': 60, 'b.ts': 30, 'c.ts': 10 };
const mutants: readonly Mutant[] = Object.entries(SIZES).flatMap(([file, size]) =>
	Array.from({ length: size }, (_, index) => ({ file, key: `${file} ${index}` })),
);

const drawn = (from: readonly Mutant[], seed: number) =>
	call('draw.mjs', 'draw', from, seed) as Mutant[];
const keys = (from: readonly Mutant[]) => from.map(({ key }) => key);

test('each mutant once, in the same order for the same seed, however they are listed', () => {
	const first = drawn(mutants, 1);
	expect(keys(first).sort()).toEqual(keys(mutants).sort());
	expect(drawn([...mutants].reverse(), 1)).toEqual(first);
	expect(keys(drawn(mutants, 2))).not.toEqual(keys(first));
});

test('a file is tried in no order of its lines', () => {
	const own = keys(drawn(mutants, 1).filter(({ file }) => file === 'a.ts'));
	expect(own).not.toEqual(keys(mutants.filter(({ file }) => file === 'a.ts')));
});

test('cut anywhere, it has each file in proportion to its mutants', () => {
	const order = drawn(mutants, 3);
	for (const cut of [10, 25, 50, 75]) {
		for (const [file, size] of Object.entries(SIZES)) {
			const had = order.slice(0, cut).filter((mutant) => mutant.file === file).length;
			expect(Math.abs(had - (cut * size) / mutants.length)).toBeLessThanOrEqual(2);
		}
	}
});
