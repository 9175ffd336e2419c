import { isEngine } from './choose.mjs';

/**
 * How much of a target tests execute, as shares of all its mutants, tried or not.
 *
 * @returns {{ byUnit: number, byAny: number }}
 */
export function coverageOf(results) {
	const shareOf = (isReached) => results.filter(isReached).length / Math.max(1, results.length);
	return {
		byUnit: shareOf(({ coveredBy = [] }) => coveredBy.some((file) => !isEngine(file))),
		byAny: shareOf(({ coveredBy = [] }) => coveredBy.length > 0),
	};
}
