/** Test files in n8n's engine for one mutant, at most: a mutant of the router is executed by all of them. */
export const ENGINE_FILES = 8;

/** Whether it is a test in n8n's engine. */
export function isEngine(file) {
	return file.startsWith('test/engine/');
}

/**
 * The test files that each mutant is tried with: all unit tests that execute it, and those engine tests that
 * execute the fewest mutants besides, since a test of one thing says more about it than one of everything.
 *
 * @param {readonly import('./reach.mjs').Reach[]} reach
 * @param {number} engineFiles at most, for one mutant
 * @returns {{ file: string, ms: number, hits: Record<string, number> }[]}
 */
export function choose(reach, engineFiles = ENGINE_FILES) {
	const usable = reach.filter(({ passed, failed }) => passed > 0 && failed === 0);
	const unit = usable.filter(({ file }) => !isEngine(file));
	const engine = usable
		.filter(({ file }) => isEngine(file))
		.map((each) => ({ ...each, size: Object.keys(each.hits).length }))
		.sort((one, other) => one.size - other.size || (one.file < other.file ? -1 : 1));
	const had = new Map();
	const chosen = engine.map(({ file, ms, hits }) => {
		const kept = Object.entries(hits).filter(([mutant]) => {
			had.set(mutant, (had.get(mutant) ?? 0) + 1);
			return had.get(mutant) <= engineFiles;
		});
		return { file, ms, hits: Object.fromEntries(kept) };
	});
	return [...unit.map(({ file, ms, hits }) => ({ file, ms, hits })), ...chosen];
}
