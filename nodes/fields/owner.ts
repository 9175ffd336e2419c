import type { INodeProperties } from 'n8n-workflow';

import { parseUrn, type UrnType } from '../../linkedin/api/urn';
import { Field } from '../form/field';
import { locatorValue } from '../form/locator';

interface Words<Name extends string> {
	readonly name: Name;
	readonly displayName: string;
	readonly description: string;
}

/**
 * Who acts on LinkedIn: a member or a page, chosen from the list or typed.
 *
 * @param types the kinds of URN that may act here
 */
export function actorField<const Name extends string>(
	types: readonly UrnType[],
	words: Words<Name>,
): Field<string, Name> {
	const property: INodeProperties & { readonly name: Name } = {
		...words,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: true,
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Choose an owner...',
				typeOptions: { searchListMethod: 'searchOwners', searchable: true },
			},
			{
				displayName: 'By URN',
				name: 'urn',
				type: 'string',
				placeholder: 'e.g. urn:li:organization:2414183',
			},
		],
	};
	return new Field(property, (value, what) => parseUrn(locatorValue(value), types, what).text);
}

/** Who will own the media. */
export function ownerField(types: readonly UrnType[]): Field<string, 'owner'> {
	return actorField(types, {
		name: 'owner',
		displayName: 'Owner',
		description: 'The member or company page that will own the media on LinkedIn',
	});
}
