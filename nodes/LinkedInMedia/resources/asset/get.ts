import { getAsset } from '../../../../linkedin/upload/asset/entity';
import { toMedia } from '../../../run/data';
import type { ItemOperation } from '../../../run/operation';
import { apiPath, assetId } from './fields';

/** Reads a legacy asset: whether it may be shown, and what its recipes have come to. */
export const get: ItemOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get an asset',
	description: 'Get the state of an asset and of its recipes',
	fields: [assetId, apiPath],
	async execute(item) {
		const key = { id: item.read(assetId), apiPath: item.read(apiPath) };
		const asset = await getAsset(item.client, key);
		return [{ json: { urn: asset.urn, ...toMedia(asset) } }];
	},
};
