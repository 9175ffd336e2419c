import type { LinkedInClient } from '../api/client';
import { parseMediaUrn } from '../api/urn';
import type { Problem } from '../problem';
import type { ImportEntry } from './entries';
import { findProblems } from './entryProblems';
import { findKnown, findMarked, type ExistingEntry } from './existing';
import { markerOf } from './marker';
import type { ImportRequest } from './request';

/** What is to become of an entry. */
export type EntryPlan =
	| { readonly kind: 'upload' }
	| { readonly kind: 'exists'; readonly existing: ExistingEntry }
	| { readonly kind: 'wrong'; readonly problem: Problem };

/**
 * A plan for each entry, in the order of the request: what is wrong with it by itself, and whether it
 * is on LinkedIn already.
 *
 * @param done indices of entries that need no plan any more
 * @throws LinkedInError; CancelledError
 */
export async function planEntries(
	client: LinkedInClient,
	request: ImportRequest,
	done: ReadonlySet<number>,
	warn: (message: string) => void,
	signal?: AbortSignal,
): Promise<readonly EntryPlan[]> {
	const problems = findProblems(request);
	const wanted = request.entries.filter((_, index) => !problems[index] && !done.has(index));
	const existing = await findExisting(client, request, wanted, warn, signal);
	return request.entries.map((entry, index): EntryPlan => {
		const problem = problems[index];
		if (problem) return { kind: 'wrong', problem };
		const found = existing.get(entry.externalId);
		return found ? { kind: 'exists', existing: found } : { kind: 'upload' };
	});
}

/** By id: the library's own memory first, then that of the importing side. */
async function findExisting(
	client: LinkedInClient,
	request: ImportRequest,
	wanted: readonly ImportEntry[],
	warn: (message: string) => void,
	signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, ExistingEntry>> {
	const { systemName, collection, account, ifExists } = request;
	const existing = new Map<string, ExistingEntry>();
	if (ifExists === 'uploadAnew') return existing;
	const search = { collection, account, signal };
	if (account !== undefined) {
		const markers = new Map(
			wanted.map(({ externalId }) => [markerOf({ systemName, externalId }), externalId]),
		);
		const found = await findMarked(client, account, search, new Set(markers.keys()));
		for (const [marker, externalId] of markers) {
			const entity = found.get(marker);
			if (entity) existing.set(externalId, entity);
		}
	}
	const remembered = wanted.flatMap(({ externalId, knownUrn }) =>
		knownUrn === undefined || existing.has(externalId)
			? []
			: [{ externalId, urn: parseMediaUrn(knownUrn, collection.urnType, 'Known URN').text }],
	);
	const urns = remembered.map(({ urn }) => urn);
	const found = await findKnown(client, urns, search, warn);
	for (const { externalId, urn } of remembered) {
		const entity = found.get(urn);
		if (entity) existing.set(externalId, entity);
	}
	return existing;
}
