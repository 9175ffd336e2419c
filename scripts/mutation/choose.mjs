/** Engine tests of one mutant, at most, in milliseconds: a mutant of the router is reached by all of them. */
export const ENGINE_MS = 20_000;

/** Whether it is a test in n8n's engine. */
export function isEngine(file) {
	return file.startsWith('test/engine/');
}

/**
 * The test files that each mutant is tried with: all unit tests that execute it, and those engine tests that
 * execute the fewest mutants besides, since a test of one thing says more about it than one of everything.
 *
 * @param {readonly import('./reach.mjs').Reach[]} reach
 * @param {number} engineMs together, at most; at least one is chosen
 * @returns {{ file: string, ms: number, hits: Record<string, number> }[]}
 */
export function choose(reach, engineMs = ENGINE_MS) {
	const usable = reach.filter(({ passed, failed }) => passed > 0 && failed === 0);
	const unit = usable.filter(({ file }) => !isEngine(file));
	const engine = usable
		.filter(({ file }) => isEngine(file))
		.map((each) => ({ ...each, size: Object.keys(each.hits).length }))
		.sort((one, other) => one.size - other.size);
	const spent = new Map();
	const chosen = engine.map(({ file, ms, hits }) => {
		const kept = Object.entries(hits).filter(([mutant]) => {
			const before = spent.get(mutant);
			if (before !== undefined && before + ms > engineMs) return false;
			spent.set(mutant, (before ?? 0) + ms);
			return true;
		});
		return { file, ms, hits: Object.fromEntries(kept) };
	});
	return [...unit.map(({ file, ms, hits }) => ({ file, ms, hits })), ...chosen];
}
