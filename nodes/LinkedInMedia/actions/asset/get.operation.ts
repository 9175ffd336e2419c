import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { parseAssetId } from '../../../../linkedin/upload/asset/assetUrn';
import { getAsset } from '../../../../linkedin/upload/asset/entity';
import type { MediaOperation } from '../operation';
import { toMedia } from '../result';
import { apiPathField, assetUrnField } from './fields';
import { readApiPath } from './registration';

export const description: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['asset'], operation: ['get'] } },
	[assetUrnField, apiPathField],
);

/** Reads a legacy asset: whether it may be shown, and what its recipes have come to. */
export const execute: MediaOperation = async function (itemIndex, item) {
	const id = parseAssetId(this.getNodeParameter('urn', itemIndex, ''), 'Asset');
	const asset = await getAsset(item.client(), { apiPath: readApiPath(this, itemIndex), id });
	return [{ json: { urn: asset.urn, ...toMedia(asset) } }];
};
