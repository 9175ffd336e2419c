import type { INodeProperties } from 'n8n-workflow';

import type { Missing } from '../../../linkedin/api/batchGet';
import { Problem } from '../../../linkedin/problem';
import type { OutputItem } from './operation';

/** Of each batch get. */
export const failOnMissingOption: INodeProperties = {
	displayName: 'Fail on Missing',
	name: 'failOnMissing',
	type: 'boolean',
	default: false,
	description:
		'Whether a URN that LinkedIn does not find fails the item. Otherwise it gives an item with "lookupError".',
};

/** `lookupError`: a key named `error` would make n8n's *Retry On Fail* run the node again. */
export function toMissingItem({ urn, error }: Missing): OutputItem {
	return { json: { urn, lookupError: { ...error } } };
}

const MAX_NAMED = 5;

/** @throws Problem that names the first that are missing */
export function assertAllFound(lookups: ReadonlyArray<object | Missing>, noun: string): void {
	const missing = lookups.filter((lookup): lookup is Missing => 'error' in lookup);
	const [first] = missing;
	if (!first) return;
	const names = [...new Set(missing.map(({ urn }) => urn))];
	const more = names.length > MAX_NAMED ? ` and ${names.length - MAX_NAMED} more` : '';
	throw new Problem(
		`LinkedIn has no answer for ${missing.length} of ${lookups.length} ${noun}s: ${names.slice(0, MAX_NAMED).join(', ')}${more}`,
		{
			description: `For the first it says: "${first.error.message}" (status ${first.error.status}). With "Fail on Missing" off each of them gives an item with "lookupError".`,
		},
	);
}
