import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { ASSET_KINDS, convertUrn } from '../../../../linkedin/upload/asset/assetUrn';
import { toChoice } from '../fields/values';
import type { MediaOperation } from '../operation';
import { assetUrnField } from './fields';

export const description: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['asset'], operation: ['convertUrn'] } },
	[
		assetUrnField,
		{
			displayName: 'Convert To',
			name: 'convertTo',
			type: 'options',
			options: [
				{ name: 'Asset', value: 'digitalmediaAsset', description: 'For the legacy assets API' },
				{ name: 'Image', value: 'image', description: 'For posts and for the images API' },
				{ name: 'Video', value: 'video', description: 'For posts and for the videos API' },
			],
			default: 'video',
			description: 'LinkedIn knows the same media by the same ID under all three names',
		},
	],
);

/** Gives the other name of the same media. LinkedIn is not asked. */
export const execute: MediaOperation = function (itemIndex) {
	const kind = toChoice(
		this.getNodeParameter('convertTo', itemIndex, 'video'),
		ASSET_KINDS,
		'Convert To',
	);
	const urn = convertUrn(this.getNodeParameter('urn', itemIndex, ''), kind, 'Asset');
	return Promise.resolve([{ json: { urn } }]);
};
