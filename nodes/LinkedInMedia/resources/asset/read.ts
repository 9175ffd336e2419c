import type { LinkedInClient } from '../../../../linkedin/api/client';
import type { AssetEntity, AssetKey } from '../../../../linkedin/upload/asset/entity';
import { itemOptions } from '../../../fields/itemOptions';
import { toMedia } from '../../../run/data';
import type { ItemOperation } from '../../../run/operation';
import { apiPath, assetId } from './fields';

type Words = Pick<ItemOperation, 'value' | 'name' | 'action' | 'description'>;

/** Reading an asset's state or its artifacts differs only in the call. */
export function readOperation(
	words: Words,
	read: (client: LinkedInClient, key: AssetKey) => Promise<AssetEntity>,
): ItemOperation {
	return {
		...words,
		fields: [assetId, apiPath, itemOptions()],
		async execute(item) {
			const key = { id: item.read(assetId), apiPath: item.read(apiPath) };
			const asset = await read(item.client, key);
			return [{ json: { urn: asset.urn, ...toMedia(asset) } }];
		},
	};
}
