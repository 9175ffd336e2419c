import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { parseAssetId } from '../../../../linkedin/upload/asset/assetUrn';
import { getAssetArtifacts } from '../../../../linkedin/upload/asset/entity';
import type { MediaOperation } from '../operation';
import { toMedia } from '../result';
import { apiPathField, assetUrnField } from './fields';
import { readApiPath } from './registration';

export const description: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['asset'], operation: ['getArtifacts'] } },
	[assetUrnField, apiPathField],
);

/** Reads what LinkedIn has made of a legacy asset: renditions and their addresses. */
export const execute: MediaOperation = async function (itemIndex, item) {
	const id = parseAssetId(this.getNodeParameter('urn', itemIndex, ''), 'Asset');
	const key = { apiPath: readApiPath(this, itemIndex), id };
	const asset = await getAssetArtifacts(item.client(), key);
	return [{ json: { urn: asset.urn, ...toMedia(asset) } }];
};
