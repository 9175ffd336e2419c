import { Problem } from '../../linkedin/problem';
import type { LibraryEntry } from '../../linkedin/upload/initialize';
import { collection } from '../form/collection';
import { line } from '../form/fields';
import { optionalAccount } from './account';

/**
 * Registers the upload in an ad account's media library too. The entry's name is empty where none was
 * typed.
 */
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

/** The entry, called like the file where it has no name of its own. */
export function calledLike(
	fileName: string,
	entry: LibraryEntry | undefined,
): LibraryEntry | undefined {
	return entry?.assetName === '' ? { ...entry, assetName: fileName } : entry;
}
