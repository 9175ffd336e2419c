import path from 'node:path';

/**
 * A mutant as Stryker describes it, with its file from the root, and a key that is the same in each run:
 * Stryker's own number is not.
 *
 * @param {import('@stryker-mutator/api/core').Mutant} mutant
 */
export function identified(mutant, root) {
	const file = path.relative(root, mutant.fileName).split(path.sep).join('/');
	const { start, end } = mutant.location;
	const place = [start.line, start.column, end.line, end.column].join(':');
	return { ...mutant, file, key: `${file} ${place} ${mutant.mutatorName} ${mutant.replacement}` };
}
