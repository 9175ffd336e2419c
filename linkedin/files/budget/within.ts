import { Problem } from '../../problem';
import { OR_SWITCH_OFF } from '../fileProblems';
import { Budget, OverBudget } from './budget';
import { Places } from '../../api/places';

/** Reading files in memory takes only CPU: more at once don't finish sooner, but use more memory. */
const PLACES = new Places(4);

/**
 * Reads a file that is in memory, within one budget. At most four are read at once in a process, so
 * that many items use no more memory than a few.
 *
 * @param called the file with its noun and name: `The document "talk.pdf"`
 * @throws Problem if the budget is exceeded and the reader doesn't handle that itself;
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

/** Such a file may be fine, and only LinkedIn can tell: the check may be overridden. */
export function uncheckableProblem(called: string): Problem {
	return new Problem(`${called} can’t be checked: its structure is too complex`, {
		description: `Export it again with another program, ${OR_SWITCH_OFF}.`,
	});
}
