import { Problem } from '../problem';
import type { LibraryCollection } from './collections';
import { MAX_ARCHIVED } from './memory';

export function tooManyProblem({ noun }: LibraryCollection, account: string): Problem {
	return new Problem(
		`The library of ${account} has more than ${MAX_ARCHIVED} archived ${noun}s, too many to watch`,
		{
			description:
				'The trigger must remember each of them. Remove the events "Archived" and "Reactivated".',
		},
	);
}

export function tooSlowProblem({ noun }: LibraryCollection, account: string): Problem {
	return new Problem(
		`The ${noun}s of ${account} could not all be read in the time that n8n gives to a poll`,
		{ description: 'Nothing is lost: the next poll begins again.' },
	);
}
