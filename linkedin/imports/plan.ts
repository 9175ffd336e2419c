import type { LinkedInClient } from '../api/client';
import { Problem } from '../problem';
import { findProblems } from './entryProblems';
import { type ExistingEntry } from './existing';
import type { SearchOptions } from './findExisting';
import { findExisting } from './findExisting';
import type { ImportRequest } from './request';

/** What to do with an entry. */
export type EntryPlan =
	| { readonly kind: 'upload' }
	| { readonly kind: 'exists'; readonly existing: ExistingEntry }
	| { readonly kind: 'wrong'; readonly problem: Problem };

/** What planning needs besides the request. */
export interface PlanOptions extends SearchOptions {
	/** Indices of entries that an earlier try of the same run has imported: they are not searched for. */
	readonly done: ReadonlySet<number>;
}

/**
 * A plan for each entry, in the order of the request: what is wrong with it, and whether it is
 * already on LinkedIn.
 *
 * @throws LinkedInError; CancelledError
 */
export async function planEntries(
	client: LinkedInClient,
	request: ImportRequest,
	{ done, ...search }: PlanOptions,
): Promise<readonly EntryPlan[]> {
	const problems = findProblems(request);
	const wanted = request.entries.filter((_, index) => !problems[index] && !done.has(index));
	const existing = await findExisting(client, request, wanted, search);
	return request.entries.map((entry, index): EntryPlan => {
		const found = problems[index] ?? existing.get(entry.externalId);
		if (found instanceof Problem) return { kind: 'wrong', problem: found };
		return found ? { kind: 'exists', existing: found } : { kind: 'upload' };
	});
}
