import { getAssetArtifacts } from '../../../../linkedin/upload/asset/entity';
import { toMedia } from '../../../run/data';
import type { ItemOperation } from '../../../run/operation';
import { apiPath, assetId } from './fields';

/** Reads what LinkedIn has made of a legacy asset: renditions and their addresses. */
export const getArtifacts: ItemOperation = {
	value: 'getArtifacts',
	name: 'Get Artifacts',
	action: 'Get the artifacts of an asset',
	description: 'Get what LinkedIn has made of an asset',
	fields: [assetId, apiPath],
	async execute(item) {
		const key = { id: item.read(assetId), apiPath: item.read(apiPath) };
		const asset = await getAssetArtifacts(item.client, key);
		return [{ json: { urn: asset.urn, ...toMedia(asset) } }];
	},
};
