import { Problem } from '../problem';
import type { LibraryCollection } from './collections';
import { MAX_ARCHIVED } from './memory';

export function tooManyProblem({ noun }: LibraryCollection, account: string): Problem {
	return new Problem(
		`The library of ${account} has more than ${MAX_ARCHIVED} archived ${noun}s, which is too many to watch`,
		{
			description:
				'Remove the events "Archived" and "Reactivated": for them, the trigger has to remember every archived entry.',
		},
	);
}

export function tooSlowProblem({ noun }: LibraryCollection, account: string): Problem {
	return new Problem(`Reading the ${noun}s of ${account} took longer than n8n allows for a poll`, {
		description: 'No event is lost: the next poll starts over.',
	});
}
