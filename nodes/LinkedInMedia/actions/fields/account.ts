import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { isRecord } from '../../../../linkedin/api/parse';
import { parseAccount } from '../../../../linkedin/people/accountInput';

/** The ad account whose media library is meant. */
export const accountField: INodeProperties = {
	displayName: 'Ad Account',
	name: 'associatedAccount',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The ad account whose media library is meant',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Choose an ad account...',
			typeOptions: { searchListMethod: 'searchAdAccounts', searchable: true },
		},
		{
			displayName: 'By URN or ID',
			name: 'urn',
			type: 'string',
			placeholder: 'e.g. urn:li:sponsoredAccount:123456789',
		},
	],
};

/** The same where media are read whether they stand in a library or not. */
export const optionalAccountField: INodeProperties = {
	...accountField,
	required: false,
	description:
		'The ad account whose library fields (asset name, library status) are wanted too: LinkedIn tells them only where the account is named',
};

/** @throws Problem unless it is an ad account's URN or number */
export function readAccount(execution: IExecuteFunctions, itemIndex: number): string {
	return parseAccount(accountParameter(execution, itemIndex), 'Ad Account').text;
}

/** @returns undefined where none was given */
export function readOptionalAccount(
	execution: IExecuteFunctions,
	itemIndex: number,
): string | undefined {
	const value = accountParameter(execution, itemIndex);
	return value === '' ? undefined : parseAccount(value, 'Ad Account').text;
}

function accountParameter(execution: IExecuteFunctions, itemIndex: number): unknown {
	const value: unknown = execution.getNodeParameter('associatedAccount', itemIndex, '', {
		extractValue: true,
	});
	return accountValue(value);
}

/** A resource locator comes as its object, or as the bare value of an expression. */
export function accountValue(locator: unknown): unknown {
	const value = isRecord(locator) ? locator.value : locator;
	return value === undefined || value === null ? '' : value;
}
