import { createHash } from 'node:crypto';

/**
 * The order in which mutants are tried, drawn by a seed: wherever time ends, what was tried is a fair part
 * of each file, in proportion to its mutants.
 *
 * @template {{ file: string, key: string }} Mutant
 * @param {readonly Mutant[]} mutants in any order; `key` is unique, and the same in each run
 * @param {number} seed
 * @returns {Mutant[]}
 */
export function draw(mutants, seed) {
	return [...byFile(mutants)]
		.flatMap(([file, own]) => placed(file, own, seed))
		.sort((one, other) => one.place - other.place || (one.mutant.key < other.mutant.key ? -1 : 1))
		.map(({ mutant }) => mutant);
}

function byFile(mutants) {
	const files = new Map();
	for (const mutant of mutants) files.set(mutant.file, [...(files.get(mutant.file) ?? []), mutant]);
	return files;
}

/** A file's mutants at equal distances between 0 and 1, in an order and from a start that are drawn. */
function placed(file, own, seed) {
	const start = random(seed, file);
	return own
		.map((mutant) => ({ mutant, at: random(seed, mutant.key) }))
		.sort((one, other) => one.at - other.at)
		.map(({ mutant }, rank) => ({ mutant, place: (rank + start) / own.length }));
}

/** From 0 to 1, always the same for the same seed and text. */
function random(seed, text) {
	return createHash('sha256').update(`${seed} ${text}`).digest().readUIntBE(0, 6) / 2 ** 48;
}
