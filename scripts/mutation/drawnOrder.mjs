import { CheckStatus } from '@stryker-mutator/api/check';
import { draw } from './draw.mjs';
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
		const [asked, others] = this.parted(mutants);
		const refused = { status: CheckStatus.CompileError, reason: 'not asked for' };
		return Object.fromEntries([
			...asked.map(({ id }) => [id, { status: CheckStatus.Passed }]),
			...others.map(({ id }) => [id, refused]),
		]);
	}

	parted(mutants) {
		const known = mutants.map((mutant) => identified(mutant, this.settings.root));
		const isAsked = ({ file }) => isIn(file, this.settings.target);
		return [known.filter(isAsked), known.filter((mutant) => !isAsked(mutant))];
	}
}
