import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { batchGet } from '../../../../linkedin/media/batchGet';
import type { LibraryCollection } from '../../../../linkedin/media/collections';
import { optionalAccountField, readOptionalAccount } from '../fields/account';
import { readUrns, urnsField } from '../fields/urn';
import { toBoolean } from '../fields/values';
import { assertAllFound, failOnMissingOption, toMissingItem } from '../lookups';
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
				options: [failOnMissingOption],
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
		if (!mayMiss) assertAllFound(lookups, collection.noun);
		return lookups.map((lookup): OutputItem =>
			'entity' in lookup ? { json: toEntry(lookup.entity, simplify) } : toMissingItem(lookup),
		);
	};
}
