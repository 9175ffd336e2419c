import type { IDataObject } from 'n8n-workflow';

import { unlessUnread } from '../../../../linkedin/api/unread';
import type { LibraryCollection } from '../../../../linkedin/media/collections';
import { getEntity } from '../../../../linkedin/media/entity';
import {
	changeLibraryEntry,
	updateLibraryEntry,
	updatePurpose,
} from '../../../../linkedin/media/library';
import { libraryMetadata } from '../../../../linkedin/media/libraryMetadata';
import type { LibraryChange, LibraryUpdate } from '../../../../linkedin/media/libraryUpdate';
import { foreseenUpdateError } from '../../../../linkedin/media/updateError';
import { Problem } from '../../../../linkedin/problem';
import { account } from '../../../fields/account';
import { writeOptions } from '../../../fields/itemOptions';
import { simplify } from '../../../fields/results';
import { libraryUrnField } from '../../../fields/urns';
import { collection as collectionOf } from '../../../form/collection';
import { flag, line, statedChoice } from '../../../form/fields';
import { toData } from '../../../run/data';
import { toEntry } from '../../../run/entry';
import type { Item } from '../../../run/item';
import type { ItemOperation } from '../../../run/operation';
import { withArticle } from './nouns';

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

const options = writeOptions(
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
			const [entryUrn, ofAccount, change, chosen] = await item.check.gather(
				() => item.read(urn),
				() => item.read(account),
				() => item.read(updateFields),
				() => item.read(options),
			);
			const update = { urn: entryUrn, account: ofAccount, change };
			const { returnUpdatedEntry: isWanted, simplify: isSimple } = chosen;
			if (item.check.isOn) await foreseeUpdate(item, collection, update, isWanted);
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

/**
 * Ends a check before an entry is changed, whose state tells what may become of it.
 *
 * @throws Announced; LinkedInError for what LinkedIn won't allow
 */
async function foreseeUpdate(
	item: Item,
	collection: LibraryCollection,
	update: LibraryUpdate,
	isReadAfter: boolean,
): Promise<void> {
	const { urn, account: ofAccount, change } = update;
	const purpose = updatePurpose(collection, update);
	const read = () => {
		const key = { ...update, doing: purpose.doing };
		return getEntity(item.client.apart, collection, key).catch(unlessUnread);
	};
	// Whatever it is, a missing scope is told too.
	const entity = await item.check.attempt(read);
	item.check.foresee({
		urn,
		account: ofAccount,
		change,
		...(entity && { status: entity.status, now: toData({ ...libraryMetadata(entity) }) }),
	});
	if (entity && libraryMetadata(entity).associatedAccount === undefined) {
		item.warn(
			`LinkedIn shows no entry of the ${collection.noun} ${urn} in the library of ${ofAccount}. It may refuse the update.`,
		);
	}
	await item.check.attempt(() => {
		const error = entity && foreseenUpdateError(collection, update, entity);
		if (error) throw error;
	});
	const reads = isReadAfter ? 1 : 0;
	item.check.announce({
		writes: [purpose],
		reads: { least: reads, most: reads },
	});
}
