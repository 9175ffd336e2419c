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
			description: 'Below /rest, by the API version of the credential',
		},
		{
			name: 'Unversioned',
			value: 'v2',
			description: 'Below /v2; LinkedIn is going to switch it off',
		},
	],
	default: 'rest',
	description: 'Which of the two roots of LinkedIn’s API is called',
});

/** An asset by its URN; LinkedIn's newer URNs have the same id, which is what is read. */
export const assetId = new Field<string, 'urn'>(
	{
		displayName: 'Asset',
		name: 'urn',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. urn:li:digitalmediaAsset:C5605AQHAq1EzmbDx4A',
		description: 'URN of the asset, or its ID alone; the URN of the video or image serves too',
	},
	parseAssetId,
);
