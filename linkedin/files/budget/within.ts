import { Problem } from '../../problem';
import { OR_SWITCH_OFF } from '../fileProblems';
import { Budget, OverBudget } from './budget';
import { Places } from '../../api/places';

/** Files in memory are read by the processor alone: more at once are not done sooner, but take more. */
const PLACES = new Places(4);

/**
 * Reads a file that is in memory, within one budget. At most four are read at the same time in a
 * process, so that many items at once take no more memory than a few.
 *
 * @param called the file with its noun and its name: `The document "talk.pdf"`
 * @throws Problem where the budget does not suffice and the reader has no answer to that itself;
 * CancelledError; what `read` throws
 */
export function withinBudget<Result>(
	called: string,
	signal: AbortSignal | undefined,
	read: (budget: Budget) => Promise<Result>,
): Promise<Result> {
	return PLACES.within(signal, () =>
		read(new Budget({ signal })).catch((error: unknown) => {
			throw error instanceof OverBudget ? uncheckableProblem(called) : error;
		}),
	);
}

/** Such a file may be fine: only LinkedIn can tell, so that the check may be overruled. */
export function uncheckableProblem(called: string): Problem {
	return new Problem(`${called} can’t be checked: its structure is too complex`, {
		description: `Export it again with another program, ${OR_SWITCH_OFF}.`,
	});
}
