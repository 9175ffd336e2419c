import { isEngine } from './choose.mjs';
import { draw } from './draw.mjs';
import { TIME_IS_OVER } from './words.mjs';

/**
 * @typedef {object} Tally
 * @property {number} mutants in all
 * @property {number} tried of them: up to where the time ended, in the drawn order
 * @property {number} killed by a test that failed; `timeouts` are not among them
 * @property {number} killedByEngine of them, those that no unit test has killed
 * @property {number} timeouts tests that did not end: counted as killed in the score
 * @property {number} survived although tests execute it
 * @property {number} notReached by any test; counted as survived in the score
 * @property {number} broken neither killed nor survived: the run itself failed; not in the score
 * @property {number} score killed and timeouts, of all that are in the score, from 0 to 1
 * @property {[number, number] | undefined} interval of the score, 95 %; undefined where all were tried
 */

/**
 * @param results of one target, as `tryMutants` returns them
 * @param {number} seed that they were drawn by
 * @returns {{ tally: Tally, survivors: object[], timeouts: object[] }} in the order of the sources
 */
export function tallyOf(results, seed) {
	const tried = triedOf(draw(results, seed));
	const of = (...statuses) => tried.filter(({ status }) => statuses.includes(status));
	const killed = of('Killed');
	const timeouts = of('Timeout');
	const left = of('Survived', 'NoCoverage');
	const detected = killed.length + timeouts.length;
	const valid = detected + left.length;
	const tally = {
		mutants: results.length,
		tried: tried.length,
		killed: killed.length,
		killedByEngine: killed.filter(({ killedBy = [] }) => killedBy.every(isEngine)).length,
		timeouts: timeouts.length,
		survived: of('Survived').length,
		notReached: of('NoCoverage').length,
		broken: tried.length - valid,
		score: valid === 0 ? 0 : detected / valid,
		interval: tried.length === results.length ? undefined : wilson(detected, valid),
	};
	return { tally, survivors: inOrder(left), timeouts: inOrder(timeouts) };
}

/** Those before the time ended: what is known at once of later ones is not counted, or it would weigh too much. */
function triedOf(drawn) {
	const end = drawn.findIndex(({ statusReason }) => statusReason?.includes(TIME_IS_OVER) === true);
	return end === -1 ? drawn : drawn.slice(0, end);
}

/** Wilson's interval for a share, 95 %. */
export function wilson(count, of) {
	if (of === 0) return [0, 1];
	const z = 1.96;
	const share = count / of;
	const middle = share + z ** 2 / (2 * of);
	const width = z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
	const bounds = [middle - width, middle + width].map((bound) => bound / (1 + z ** 2 / of));
	return [Math.max(0, bounds[0]), Math.min(1, bounds[1])];
}

function inOrder(mutants) {
	return mutants.toSorted(
		(one, other) =>
			(one.file < other.file ? -1 : one.file > other.file ? 1 : 0) ||
			one.location.start.line - other.location.start.line ||
			one.location.start.column - other.location.start.column,
	);
}
