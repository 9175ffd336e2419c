import type { IDataObject } from 'n8n-workflow';

import type { LibraryCollection } from '../../../../linkedin/media/collections';
import { changeLibraryEntry, updateLibraryEntry } from '../../../../linkedin/media/library';
import type { LibraryChange } from '../../../../linkedin/media/libraryUpdate';
import { Problem } from '../../../../linkedin/problem';
import { account } from '../../../fields/account';
import { itemOptions } from '../../../fields/itemOptions';
import { simplify } from '../../../fields/results';
import { libraryUrnField } from '../../../fields/urns';
import { collection as collectionOf } from '../../../form/collection';
import { flag, line, statedChoice } from '../../../form/fields';
import type { ItemOperation } from '../../../run/operation';
import { withArticle } from './nouns';
import { toEntry } from '../../../run/entry';

const assetName = line({
	displayName: 'Asset Name',
	name: 'assetName',
	placeholder: 'e.g. Spring campaign, talk',
	description: 'The name of the entry in the library',
})
	.map((name, what) => {
		if (name !== '') return name;
		throw new Problem(`${what} is empty`, {
			description: 'Enter a name, or remove the field to keep the current one.',
		});
	})
	.optional();

const mediaLibraryStatus = statedChoice({
	displayName: 'Library Status',
	name: 'mediaLibraryStatus',
	options: [
		{
			name: 'Active',
			value: 'ACTIVE',
			description: 'Only if LinkedIn processed it successfully',
		},
		{
			name: 'Archived',
			value: 'ARCHIVED',
			description: 'Not while LinkedIn is processing it',
		},
	],
	default: 'ARCHIVED',
	description: 'Whether the entry is in use',
}).optional();

/** At least one of the only two fields that LinkedIn allows to be changed. */
const updateFields = collectionOf(
	{
		displayName: 'Update Fields',
		name: 'updateFields',
		placeholder: 'Add Field',
		description: 'Fields to update. LinkedIn allows only these two to be changed.',
	},
	assetName,
	mediaLibraryStatus,
).map((fields, what): LibraryChange => {
	const given = Object.entries(fields).filter(([, value]) => value !== undefined);
	if (given.length > 0) return Object.fromEntries(given);
	throw new Problem(`${what} is empty: there is nothing to change`, {
		description: 'Add "Asset Name", "Library Status" or both.',
	});
});

const returnUpdatedEntry = flag({
	displayName: 'Return Updated Entry',
	name: 'returnUpdatedEntry',
	default: false,
	description:
		'Whether to read the entry after the update and return it as it now is, which is one more call. Otherwise only what was set is returned.',
});

const options = itemOptions(
	returnUpdatedEntry,
	simplify.with({
		description:
			'Whether to return a simplified version of the updated entry instead of the raw data',
	}),
);

/** Changes an entry of an ad account's library; gives what was set, or the entry as it now is. */
export function updateLibraryOperation(collection: LibraryCollection): ItemOperation {
	const urn = libraryUrnField(collection).with({ default: { mode: 'list', value: '' } });
	return {
		value: 'updateLibrary',
		name: 'Update',
		action: `Update ${withArticle(collection)} in a media library`,
		description: `Rename, archive or reactivate ${withArticle(collection)} in a media library`,
		fields: [account, urn, updateFields, options],
		async execute(item) {
			const update = {
				urn: item.read(urn),
				account: item.read(account),
				change: item.read(updateFields),
			};
			const { returnUpdatedEntry: isWanted, simplify: isSimple } = item.read(options);
			const whatWasSet: IDataObject = { urn: update.urn, ...update.change };
			if (!isWanted) {
				await changeLibraryEntry(item.client, collection, update);
				return [{ json: whatWasSet }];
			}
			const { entity, warning } = await updateLibraryEntry(item.client, collection, update);
			if (warning !== undefined) item.warn(warning);
			return [{ json: entity ? toEntry(entity, isSimple) : whatWasSet }];
		},
	};
}
