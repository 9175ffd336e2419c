import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { isRecord } from '../../../../linkedin/api/parse';
import { parseAccount } from '../../../../linkedin/people/accountInput';
import { Problem } from '../../../../linkedin/problem';
import type { LibraryEntry } from '../../../../linkedin/upload/initialize';
import { accountField, accountValue } from './account';
import { toText } from './values';

/** Registers the upload in an ad account's media library too. */
export const libraryEntryField: INodeProperties = {
	displayName: 'Media Library Entry',
	name: 'libraryEntry',
	type: 'collection',
	placeholder: 'Add Library Field',
	default: {},
	description: 'Registers the media in the media library of an ad account as well',
	options: [
		{
			displayName: 'Ad Account',
			name: 'associatedAccount',
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			description: 'The ad account whose media library gets the entry',
			modes: accountField.modes,
		},
		{
			displayName: 'Asset Name',
			name: 'assetName',
			type: 'string',
			default: '',
			placeholder: 'e.g. Spring campaign, talk',
			description: 'The name of the entry. Default: the name of the file.',
		},
	],
};

/**
 * @param fileName the entry's name where none was typed
 * @throws Problem for an account that is none, or a name without an account
 */
export function readLibraryEntry(
	execution: IExecuteFunctions,
	itemIndex: number,
	fileName: string,
): LibraryEntry | undefined {
	const collection: unknown = execution.getNodeParameter('libraryEntry', itemIndex, {});
	const fields = isRecord(collection) ? collection : {};
	const name = toText(fields.assetName, '', 'Asset Name').trim();
	const account = accountValue(fields.associatedAccount);
	if (account === '') {
		if (name === '') return undefined;
		throw new Problem('Media Library Entry has an asset name but no ad account', {
			description:
				'A library belongs to an ad account: add "Ad Account" (urn:li:sponsoredAccount:… or its number), or remove the asset name.',
		});
	}
	return {
		associatedAccount: parseAccount(account, 'Ad Account').text,
		assetName: name === '' ? fileName : name,
	};
}
