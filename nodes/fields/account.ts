import type { INodeProperties } from 'n8n-workflow';

import { regexOf, regexOrEmpty } from '../../linkedin/api/notation';
import { isEmpty } from '../../linkedin/api/parse';
import { ACCOUNT, parseAccount } from '../../linkedin/people/accountInput';
import { Problem } from '../../linkedin/problem';
import { Field, type Parse } from '../form/field';
import { fromList, locatorValue, typed } from '../form/locator';

function fieldOf<const Name extends string, Value>(
	{
		mayBeEmpty = false,
		...look
	}: Pick<INodeProperties, 'description' | 'required'> & {
		readonly displayName?: string;
		readonly name: Name;
		readonly mayBeEmpty?: boolean;
	},
	parse: Parse<Value>,
): Field<Value, Name> {
	// n8n also validates an optional locator that is empty.
	const regex = mayBeEmpty ? regexOrEmpty(ACCOUNT) : regexOf(ACCOUNT);
	return new Field(
		{
			displayName: 'Ad Account',
			...look,
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			modes: [
				fromList('searchAdAccounts', 'Choose an ad account...'),
				typed({
					displayName: 'By URL',
					name: 'url',
					placeholder: 'e.g. https://www.linkedin.com/campaignmanager/accounts/123456789',
					regex,
					errorMessage:
						'Enter the URL of the ad account in Campaign Manager, e.g. https://www.linkedin.com/campaignmanager/accounts/123456789',
				}),
				typed({
					displayName: 'By URN or ID',
					name: 'urn',
					placeholder: 'e.g. urn:li:sponsoredAccount:123456789',
					regex,
					errorMessage: 'Enter the number of the ad account, e.g. 123456789, or its URN',
				}),
			],
		},
		(value, what) => parse(locatorValue(value), what),
	);
}

const toAccount: Parse<string> = (value, what) => parseAccount(value, what).text;

/** The ad account that a library belongs to. */
export const account = fieldOf(
	{
		name: 'associatedAccount',
		required: true,
		description: 'The ad account that owns the media library',
	},
	toAccount,
);

/** The same for media that are read whether they are in a library or not. */
export const optionalAccount = fieldOf(
	{
		name: 'associatedAccount',
		mayBeEmpty: true,
		displayName: 'Ad Account (Optional)',
		description: 'Choose an ad account to also return the asset name and library status',
	},
	(value, what) => (isEmpty(value) ? undefined : toAccount(value, what)),
);

/** Makes a post a sponsored one. If it is left empty, the post must not become public. */
export const sponsoringAccount = fieldOf(
	{
		name: 'adAccount',
		description:
			'Makes it a sponsored ("dark") post of a page: it appears only in this account’s ads, not in any feed',
	},
	(value, what) => {
		if (!isEmpty(value)) return toAccount(value, what);
		throw new Problem(`${what} is empty`, {
			description: 'Select the ad account that sponsors the post, or remove the option.',
		});
	},
).optional();
