import { CheckStatus } from '@stryker-mutator/api/check';
import { isEngine } from './choose.mjs';
import { draw } from './draw.mjs';
import { readKnown, reasonOf } from './known.mjs';
import { identified } from './mutants.mjs';
import { isIn } from './rooms.mjs';

/**
 * In which order Stryker tries mutants, and which ones. It tries them in the order of the groups that a checker
 * makes, and none that a checker refuses.
 */
export class DrawnOrder {
	static inject = ['options'];

	constructor({ mutation }) {
		this.settings = mutation;
	}

	/** Part of Stryker's interface for checkers. */
	async init() {}

	async group(mutants) {
		const [asked, others] = this.parted(mutants);
		// One by one: within a group the order is that of Stryker's numbers.
		const drawn = draw(asked, this.settings.seed).map(({ id }) => [id]);
		return others.length > 0 ? [...drawn, others.map(({ id }) => id)] : drawn;
	}

	async check(mutants) {
		// Here the tests have been recorded, so it is known what they are.
		this.known ??= readKnown(this.settings.folder);
		const [asked, others] = this.parted(mutants);
		return Object.fromEntries([
			...asked.map(({ id, key }) => [id, this.checked(this.known.get(key))]),
			...others.map(({ id }) => [id, refused('not asked for')]),
		]);
	}

	checked(killer) {
		const counts = killer !== undefined && !(this.settings.onlyUnit && isEngine(killer));
		return counts ? refused(reasonOf(killer)) : { status: CheckStatus.Passed };
	}

	parted(mutants) {
		const known = mutants.map((mutant) => identified(mutant, this.settings.root));
		const isAsked = ({ file }) => isIn(file, this.settings.target);
		return [known.filter(isAsked), known.filter((mutant) => !isAsked(mutant))];
	}
}

function refused(reason) {
	return { status: CheckStatus.CompileError, reason };
}
