import { parseAssetId } from '../../../../linkedin/upload/asset/assetUrn';
import { ASSET_OWNERS } from '../../../../linkedin/upload/asset/owners';
import { ownerField } from '../../../fields/owner';
import { Field } from '../../../form/field';
import { choice } from '../../../form/fields';

export const owner = ownerField(ASSET_OWNERS);

export const apiPath = choice({
	displayName: 'API',
	name: 'apiPath',
	options: [
		{
			name: 'Versioned',
			value: 'rest',
			description: 'Under /rest, with the API version of the credential',
		},
		{
			name: 'Unversioned',
			value: 'v2',
			description: 'Under /v2; will be retired by LinkedIn',
		},
	],
	default: 'rest',
	description: 'Which version of LinkedIn’s API to call',
});

/** An asset by its URN; LinkedIn's newer URNs have the same ID, which is all that is used. */
export const assetId = new Field<string, 'urn'>(
	{
		displayName: 'Asset',
		name: 'urn',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. urn:li:digitalmediaAsset:C5605AQHAq1EzmbDx4A',
		description: 'URN or ID of the asset. The URN of the video or image also works.',
	},
	parseAssetId,
);
