import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { batchGet } from '../../../../linkedin/media/batchGet';
import type { LibraryCollection } from '../../../../linkedin/media/collections';
import type { Lookup } from '../../../../linkedin/media/lookup';
import { Problem } from '../../../../linkedin/problem';
import { optionalAccountField, readOptionalAccount } from '../fields/account';
import { readUrns, urnsField } from '../fields/urn';
import { toBoolean } from '../fields/values';
import type { MediaOperation, OutputItem } from '../operation';
import { readCollection, readSimplify, simplifyField } from './fields';
import { toEntry } from './output';

export function describeBatchGet(collection: LibraryCollection): INodeProperties[] {
	return updateDisplayOptions(
		{ show: { resource: [collection.urnType], operation: ['batchGet'] } },
		[
			urnsField(collection),
			optionalAccountField,
			simplifyField,
			{
				displayName: 'Options',
				name: 'options',
				type: 'collection',
				placeholder: 'Add option',
				default: {},
				options: [
					{
						displayName: 'Fail on Missing',
						name: 'failOnMissing',
						type: 'boolean',
						default: false,
						description:
							'Whether a URN that LinkedIn does not find fails the item. Otherwise it gives an item with "lookupError".',
					},
				],
			},
		],
	);
}

/** Many entries: one item for each URN, in the order asked. */
export function batchGetOperation(collection: LibraryCollection): MediaOperation {
	return async function (itemIndex, item) {
		const urns = readUrns(this, itemIndex, collection);
		const account = readOptionalAccount(this, itemIndex);
		const simplify = readSimplify(this, itemIndex);
		const { failOnMissing } = readCollection(this, itemIndex, 'options');
		const mayMiss = !toBoolean(failOnMissing, false, 'Fail on Missing');
		const { signal } = item;
		const lookups = await batchGet(item.client(), collection, { urns, account, signal });
		if (!mayMiss) assertAllFound(lookups, collection);
		return lookups.map((lookup): OutputItem =>
			'entity' in lookup
				? { json: toEntry(lookup.entity, simplify) }
				: { json: { urn: lookup.urn, lookupError: { ...lookup.error } } },
		);
	};
}

const MAX_NAMED = 5;

function assertAllFound(lookups: readonly Lookup[], { noun }: LibraryCollection): void {
	const missing = lookups.flatMap((lookup) => ('error' in lookup ? [lookup] : []));
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
