import { Problem } from '../../linkedin/problem';
import type { LibraryEntry } from '../../linkedin/upload/initialize';
import { collection } from '../form/collection';
import { line, statedChoice } from '../form/fields';
import { optionalAccount } from './account';

const FORM = {
	displayName: 'Media Library Entry',
	name: 'libraryEntry',
	placeholder: 'Add Library Field',
	description: 'Also add the media to an ad account’s media library',
};

const adAccount = optionalAccount.with({
	displayName: 'Ad Account',
	description: 'The ad account whose media library gets the entry',
});

const assetName = line({
	displayName: 'Asset Name',
	name: 'assetName',
	placeholder: 'e.g. Spring campaign, talk',
	description: 'The name of the entry. Defaults to the file name.',
});

const mediaLibraryStatus = statedChoice({
	displayName: 'Library Status',
	name: 'mediaLibraryStatus',
	options: [
		{ name: 'Active', value: 'ACTIVE', description: 'In use' },
		{ name: 'Archived', value: 'ARCHIVED', description: 'Kept out of the way' },
	],
	default: 'ACTIVE',
	description: 'Whether the entry is in use. LinkedIn makes new entries active.',
}).optional();

/**
 * Registers the media in an ad account's library too. The entry's name is empty where none was typed.
 */
export const libraryEntry = collection(FORM, adAccount, assetName).map(toEntry);

/** The same of one upload, which may be archived from the start. */
export const uploadedEntry = collection(FORM, adAccount, assetName, mediaLibraryStatus).map(
	toEntry,
);

function toEntry(
	fields: {
		readonly associatedAccount: string | undefined;
		readonly assetName: string;
		readonly mediaLibraryStatus?: LibraryEntry['mediaLibraryStatus'];
	},
	what: string,
): LibraryEntry | undefined {
	const { associatedAccount, assetName: name, mediaLibraryStatus: status } = fields;
	if (associatedAccount !== undefined) {
		const state = status === undefined ? {} : { mediaLibraryStatus: status };
		return { associatedAccount, assetName: name, ...state };
	}
	if (name === '' && status === undefined) return undefined;
	const given = name === '' ? 'a library status' : 'an asset name';
	throw new Problem(`${what} has ${given} but no ad account`, {
		description: `Add "Ad Account" to choose the media library, or remove ${given.replace(/^an? /, 'the ')}.`,
	});
}

/** The entry, called like the file where it has no name of its own. */
export function calledLike(
	fileName: string,
	entry: LibraryEntry | undefined,
): LibraryEntry | undefined {
	return entry?.assetName === '' ? { ...entry, assetName: fileName } : entry;
}
