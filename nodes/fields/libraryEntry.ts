import { Problem } from '../../linkedin/problem';
import type { LibraryEntry } from '../../linkedin/upload/initialize';
import { collection } from '../form/collection';
import { line } from '../form/fields';
import { optionalAccount } from './account';

/** Adds the upload to an ad account's media library. The entry's name is empty if none was entered. */
export const libraryEntry = collection(
	{
		displayName: 'Media Library Entry',
		name: 'libraryEntry',
		placeholder: 'Add Library Field',
		description: 'Also add the media to an ad account’s media library',
	},
	optionalAccount.with({
		displayName: 'Ad Account',
		description: 'The ad account whose media library gets the entry',
	}),
	line({
		displayName: 'Asset Name',
		name: 'assetName',
		placeholder: 'e.g. Spring campaign, talk',
		description: 'The name of the entry. Defaults to the file name.',
	}),
).map(({ associatedAccount, assetName }, what): LibraryEntry | undefined => {
	if (associatedAccount !== undefined) return { associatedAccount, assetName };
	if (assetName === '') return undefined;
	throw new Problem(`${what} has an asset name but no ad account`, {
		description: 'Add "Ad Account" to choose the media library, or remove the asset name.',
	});
});

/** The entry, with the file's name if it has none. */
export function calledLike(
	fileName: string,
	entry: LibraryEntry | undefined,
): LibraryEntry | undefined {
	return entry?.assetName === '' ? { ...entry, assetName: fileName } : entry;
}
