import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { parseUrn, type UrnType } from '../../../../linkedin/api/urn';

/** Who will own the media on LinkedIn. */
export const ownerField: INodeProperties = {
	displayName: 'Owner',
	name: 'owner',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The member or company page that will own the media on LinkedIn',
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

/** @throws Problem unless it is the URN of one of the kinds that may own this media */
export function readOwner(
	execution: IExecuteFunctions,
	itemIndex: number,
	ownerTypes: readonly UrnType[],
): string {
	const value = execution.getNodeParameter('owner', itemIndex, '', { extractValue: true });
	return parseUrn(value, ownerTypes, 'Owner').text;
}
