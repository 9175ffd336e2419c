import type { IDataObject } from 'n8n-workflow';

import { parseAssetId } from '../../../../linkedin/upload/asset/assetUrn';
import type { AssetUploadSession } from '../../../../linkedin/upload/asset/session';
import { waitForAsset } from '../../../../linkedin/upload/asset/wait';
import { withSession } from '../../../../linkedin/upload/uploadFailure';
import { toMedia } from '../../../run/data';
import type { Item } from '../../../run/item';

/**
 * Reads the status of an upload, or waits until its recipes are done.
 *
 * @param waitMs 0: read once, and stay silent if that fails, since it was not requested
 * @throws UploadFailure if LinkedIn can't use it
 */
export async function readAssetState(
	item: Item,
	session: AssetUploadSession,
	waitMs: number,
): Promise<{ readonly status: string; readonly media?: IDataObject }> {
	const { apiPath, urn, owner, recipes, fileName: name, mediaType, fileSizeBytes } = session;
	const uploaded = { isVideo: mediaType === 'video', bytes: fileSizeBytes ?? undefined };
	const watched = { apiPath, id: parseAssetId(urn, 'Asset'), owner, recipes, name, uploaded };
	const result = await withSession(session, () => waitForAsset(item.client, watched, waitMs));
	if (result.warning !== undefined && waitMs > 0) item.warn(result.warning);
	const { status, entity } = result;
	return { status, ...(entity === undefined ? {} : { media: toMedia(entity) }) };
}
