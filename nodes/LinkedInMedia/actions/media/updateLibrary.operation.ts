import {
	updateDisplayOptions,
	type IDataObject,
	type IExecuteFunctions,
	type INodeProperties,
} from 'n8n-workflow';

import type { LibraryCollection } from '../../../../linkedin/media/collections';
import {
	updateLibraryEntry,
	type LibraryChange,
	type LibraryUpdate,
} from '../../../../linkedin/media/library';
import { Problem } from '../../../../linkedin/problem';
import { accountField, readAccount } from '../fields/account';
import { readUrn, urnField } from '../fields/urn';
import { toChoice, toText } from '../fields/values';
import type { MediaOperation } from '../operation';
import { readCollection } from './fields';
import { toEntry } from './output';

export function describeUpdateLibrary(collection: LibraryCollection): INodeProperties[] {
	return updateDisplayOptions(
		{ show: { resource: [collection.urnType], operation: ['updateLibrary'] } },
		[
			urnField(collection),
			accountField,
			{
				displayName: 'Update Fields',
				name: 'updateFields',
				type: 'collection',
				placeholder: 'Add Field',
				default: {},
				description: 'The only fields that LinkedIn lets change',
				options: [
					{
						displayName: 'Asset Name',
						name: 'assetName',
						type: 'string',
						default: '',
						placeholder: 'e.g. Spring campaign, talk',
						description: 'The name of the entry in the library',
					},
					{
						displayName: 'Library Status',
						name: 'mediaLibraryStatus',
						type: 'options',
						options: [
							{
								name: 'Active',
								value: 'ACTIVE',
								description: 'Only where LinkedIn has processed it successfully',
							},
							{
								name: 'Archived',
								value: 'ARCHIVED',
								description: 'Only while LinkedIn is not processing it',
							},
						],
						default: 'ARCHIVED',
						description: 'Whether the entry is in use',
					},
				],
			},
		],
	);
}

/** Changes an entry of an ad account's library, and gives it as it now is. */
export function updateLibraryOperation(collection: LibraryCollection): MediaOperation {
	return async function (itemIndex, item) {
		const urn = readUrn(this, itemIndex, collection);
		const account = readAccount(this, itemIndex);
		const change = readChange(this, itemIndex);
		const update = { urn, account, change };
		const { entity, warning } = await updateLibraryEntry(item.client(), collection, update);
		if (warning !== undefined) item.warn(warning);
		return [{ json: entity ? toEntry(entity, false) : whatIsKnown(update) }];
	};
}

/** @throws Problem where nothing is to change */
function readChange(execution: IExecuteFunctions, itemIndex: number): LibraryChange {
	const fields = readCollection(execution, itemIndex, 'updateFields');
	const change: LibraryChange = {
		...('assetName' in fields ? { assetName: readName(fields.assetName) } : {}),
		...('mediaLibraryStatus' in fields
			? { mediaLibraryStatus: readStatus(fields.mediaLibraryStatus) }
			: {}),
	};
	if (Object.keys(change).length > 0) return change;
	throw new Problem('Update Fields has no field: there is nothing to change', {
		description: 'Add "Asset Name", "Library Status" or both.',
	});
}

function readName(value: unknown): string {
	const name = toText(value, '', 'Asset Name').trim();
	if (name !== '') return name;
	throw new Problem('Asset Name is empty', {
		description: 'Enter a name, or remove the field to keep the one that the entry has.',
	});
}

function readStatus(value: unknown): 'ACTIVE' | 'ARCHIVED' {
	if (value === '' || value === null || value === undefined) {
		throw new Problem('Library Status is empty', {
			description: 'Choose "Active" or "Archived", or remove the field.',
		});
	}
	return toChoice(value, ['ACTIVE', 'ARCHIVED'], 'Library Status');
}

function whatIsKnown({ urn, account, change }: LibraryUpdate): IDataObject {
	return { urn, id: urn, mediaLibraryMetadata: { associatedAccount: account, ...change } };
}
