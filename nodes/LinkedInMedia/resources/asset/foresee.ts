import type { IDataObject } from 'n8n-workflow';

import type { CallRange } from '../../../../linkedin/api/intent';
import type { FileSource } from '../../../../linkedin/files/source';
import { looksWithin } from '../../../../linkedin/media/lookTimes';
import { unlessUnread } from '../../../../linkedin/api/unread';
import { parseAssetId } from '../../../../linkedin/upload/asset/assetUrn';
import { completePurpose, isCompleted } from '../../../../linkedin/upload/asset/complete';
import { getAsset } from '../../../../linkedin/upload/asset/entity';
import { wholePurpose } from '../../../../linkedin/upload/asset/putWhole';
import {
	checkRegistration,
	registerPurpose,
	type AssetRegistration,
} from '../../../../linkedin/upload/asset/register';
import type { AssetUploadSession } from '../../../../linkedin/upload/asset/session';
import {
	assertSameBegun,
	assertSameSize,
	foreseenAssetExpiry,
} from '../../../../linkedin/upload/asset/upload';
import type { Item } from '../../../run/item';

/** What will be uploaded, and how long its processing is waited for. */
interface ShownAsset {
	readonly media: IDataObject;
	readonly waitMs: number;
}

/**
 * Ends a check before an upload is registered. In a run it only checks.
 *
 * @throws Announced; Problem for what LinkedIn would refuse
 */
export function foreseeRegistration(
	item: Item,
	registration: AssetRegistration,
	{ media, waitMs }: ShownAsset,
): void {
	const { owner, fileName, fileSizeBytes, mediaType, recipes } = registration;
	const mechanism = checkRegistration(registration);
	const isInParts = mechanism === 'MULTIPART_UPLOAD';
	item.check.announce({
		preview: { owner, recipes, mechanism, media: [media] },
		writes: [
			registerPurpose(registration),
			...(isInParts ? [completePurpose({ name: `"${fileName}"`, owner })] : []),
		],
		reads: assetReads(mediaType === 'video', fileSizeBytes, waitMs),
	});
}

/**
 * Ends a check before the rest of a registered upload is sent. In a run it does nothing.
 *
 * @throws Announced; Problem for another file, or URLs that have expired
 */
export async function foreseeResumption(
	item: Item,
	session: AssetUploadSession,
	file: FileSource,
	{ media, waitMs }: ShownAsset,
): Promise<void> {
	if (!item.check.isOn) return;
	const { urn, owner, recipes, fileName, mediaType, metadata, parts, finalized } = session;
	const missing = finalized ? 0 : parts.filter(({ etag }) => etag === undefined).length;
	item.check.foresee({
		urn,
		owner,
		recipes,
		media: [media],
		parts: { total: parts.length, missing },
	});
	if (!finalized) {
		assertSameSize(session, file);
		await assertSameBegun(session, file, item.signal);
		const expiry = foreseenAssetExpiry(session, item.client.options.now());
		if (expiry) throw expiry;
	}
	const isImageDue = !finalized && mediaType === 'image';
	const isCompletionDue = !finalized && metadata !== undefined;
	// A completion whose answer was lost: first the asset is asked whether it arrived.
	const asked = isCompletionDue && session.finalizeSent === true ? 1 : 0;
	const isDone = asked === 1 && (await isComplete(item, session));
	const { least, most } = assetReads(mediaType === 'video', file.size, waitMs);
	item.check.announce({
		writes: isCompletionDue && !isDone ? [completePurpose({ name: `"${fileName}"`, owner })] : [],
		...(isImageDue && { sends: [wholePurpose(session)] }),
		reads: { least: least + asked, most: most + asked },
	});
}

/** What LinkedIn says of it; where the connection may not read it, nothing. */
async function isComplete(
	{ client }: Item,
	{ apiPath, urn }: AssetUploadSession,
): Promise<boolean> {
	const key = { apiPath, id: parseAssetId(urn, 'Asset') };
	const entity = await getAsset(client.apart, key).catch(unlessUnread);
	return entity !== undefined && isCompleted(entity);
}

/** What `readAssetState` asks LinkedIn. */
export function assetReads(isVideo: boolean, bytes: number | undefined, waitMs: number): CallRange {
	return looksWithin({ isVideo, bytes }, { timeoutMs: waitMs, pausesFirst: isVideo });
}
