import type { IDataObject } from 'n8n-workflow';

import type { CallRange } from '../../../../linkedin/api/intent';
import type { FileSource } from '../../../../linkedin/files/source';
import { looksWithin } from '../../../../linkedin/media/lookTimes';
import { completePurpose } from '../../../../linkedin/upload/asset/complete';
import {
	checkRegistration,
	registerPurpose,
	type AssetRegistration,
} from '../../../../linkedin/upload/asset/register';
import type { AssetUploadSession } from '../../../../linkedin/upload/asset/session';
import { assertSameSize } from '../../../../linkedin/upload/asset/upload';
import { Problem } from '../../../../linkedin/problem';
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
export function foreseeResumption(
	item: Item,
	session: AssetUploadSession,
	file: FileSource,
	{ media, waitMs }: ShownAsset,
): void {
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
	if (!finalized) assertSameSize(session, file);
	const { expiresAt } = session;
	if (missing > 0 && expiresAt !== undefined && expiresAt <= item.client.options.now()) {
		throw new Problem(`The upload URLs of "${fileName}" (${urn}) have expired`, {
			description: 'Register a new upload: upload URLs can’t be renewed.',
		});
	}
	const isCompleted = !finalized && metadata !== undefined;
	item.check.announce({
		writes: isCompleted ? [completePurpose({ name: `"${fileName}"`, owner })] : [],
		reads: assetReads(mediaType === 'video', file.size, waitMs),
	});
}

/** What `readAssetState` asks LinkedIn. */
export function assetReads(isVideo: boolean, bytes: number | undefined, waitMs: number): CallRange {
	return looksWithin({ isVideo, bytes }, { timeoutMs: waitMs, pausesFirst: isVideo });
}
