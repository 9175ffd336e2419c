import type { IDataObject } from 'n8n-workflow';

import type { MissingEntry } from '../../../../linkedin/api/entryBatch';
import { Problem } from '../../../../linkedin/problem';
import type { OutputItem } from '../../../run/output';

/**
 * The items of a batch get, in the order of the request. What LinkedIn can't find is an item with
 * `lookupError`: a key named `error` would make n8n's *Retry On Fail* run the node again.
 *
 * @param mustExist the noun for an entry, if a missing one fails the item
 * @throws Problem that names the first missing ones
 */
export function lookupItems<Found extends object>(
	lookups: ReadonlyArray<Found | MissingEntry>,
	mustExist: string | undefined,
	toJson: (found: Found) => IDataObject,
): OutputItem[] {
	if (mustExist !== undefined) assertAllFound(lookups, mustExist);
	return lookups.map((lookup) =>
		isNotFound(lookup)
			? { json: { urn: lookup.urn, lookupError: { ...lookup.error } } }
			: { json: toJson(lookup) },
	);
}

function isNotFound(lookup: object): lookup is MissingEntry {
	return 'error' in lookup;
}

const MAX_NAMED = 5;

function assertAllFound(lookups: readonly object[], noun: string): void {
	const missing = lookups.filter(isNotFound);
	const [first] = missing;
	if (!first) return;
	const names = [...new Set(missing.map(({ urn }) => urn))];
	const more = names.length > MAX_NAMED ? ` and ${names.length - MAX_NAMED} more` : '';
	throw new Problem(
		`LinkedIn returned nothing for ${missing.length} of ${lookups.length} ${noun}s: ${names.slice(0, MAX_NAMED).join(', ')}${more}`,
		{
			description: `For the first one, LinkedIn said: "${first.error.message}" (status ${first.error.status}). To return them as items with "lookupError" instead, turn off "Fail on Missing".`,
		},
	);
}
