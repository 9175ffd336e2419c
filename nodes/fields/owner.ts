import type { INodeProperties } from 'n8n-workflow';

import { regexOf } from '../../linkedin/api/notation';
import type { UrnType } from '../../linkedin/api/urn';
import { ownerNotation, parseOwner } from '../../linkedin/people/ownerInput';
import type { PageInput } from '../../linkedin/people/pageAddress';
import { Field } from '../form/field';
import { fromList, locatorValue, typed } from '../form/locator';

/** Who acts on LinkedIn, as entered in the form: a URN, or a page by the name in its URL. */
export type Actor = PageInput & {
	/** The field of the form, as errors name it. */
	readonly what: string;
};

interface Words<Name extends string> {
	readonly name: Name;
	readonly displayName: string;
	readonly description: string;
}

/**
 * Who acts on LinkedIn: a member or a page, chosen from the list, typed or pasted. `item.urnOf`
 * returns the URN.
 *
 * @param types the kinds of URN that may act here
 */
export function actorField<const Name extends string>(
	types: readonly UrnType[],
	words: Words<Name>,
): Field<Actor, Name> {
	const regex = regexOf(ownerNotation(types));
	const alsoAccounts = types.includes('sponsoredAccount');
	const property: INodeProperties & { readonly name: Name } = {
		...words,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: true,
		modes: [
			fromList('searchOwners', `Choose an ${words.displayName.toLowerCase()}...`),
			typed({
				displayName: 'By URL',
				name: 'url',
				placeholder: 'e.g. https://www.linkedin.com/company/acme',
				regex,
				errorMessage:
					'Enter the URL of a page, e.g. https://www.linkedin.com/company/acme. LinkedIn doesn’t tell apps which member a profile URL (linkedin.com/in/…) belongs to: select the member From list or enter the URN.',
			}),
			typed({
				displayName: 'By URN',
				name: 'urn',
				placeholder: 'e.g. urn:li:organization:2414183',
				regex,
				errorMessage: `Enter a URN, e.g. urn:li:organization:2414183 or ${alsoAccounts ? 'urn:li:sponsoredAccount:123456789' : 'urn:li:person:…'}. To choose by name, switch to From list.`,
			}),
		],
	};
	return new Field(property, (value, what) => ({
		...parseOwner(locatorValue(value), types, what),
		what,
	}));
}

/** Who will own the media. */
export function ownerField(types: readonly UrnType[]): Field<Actor, 'owner'> {
	return actorField(types, {
		name: 'owner',
		displayName: 'Owner',
		description:
			'The member or company page that will own the media on LinkedIn. If it isn’t in the list, switch to By URN and enter it.',
	});
}
