import { LinkedInError } from '../../api/error';
import type { LinkedInClient } from '../../api/client';
import { firstPauseMs, type Processing } from '../../media/lookTimes';
import { watchUntilReady, type WatchResult } from '../../media/watch';
import { assetUrn } from './assetUrn';
import { getAsset, type AssetEntity, type AssetKey } from './entity';
import { assetState } from './states';

/** Which asset to watch, and what for. */
interface WatchedAsset extends AssetKey {
	/** The uses that count; undefined for all of them. */
	readonly recipes?: readonly string[];
	/** Its name in messages: the file's name. */
	readonly name?: string;
	/** What was just uploaded, as far as it is known. */
	readonly uploaded?: Processing;
}

/**
 * Reads the asset until LinkedIn has processed it for its recipes: see {@link watchUntilReady}.
 *
 * @param timeoutMs limits everything; 0 reads once
 * @throws LinkedInError with LinkedIn's status as its code, if it will never be ready;
 * CancelledError
 */
export function waitForAsset(
	client: LinkedInClient,
	watched: WatchedAsset,
	timeoutMs: number,
): Promise<WatchResult<AssetEntity>> {
	const urn = assetUrn(watched.id);
	const { uploaded = { isVideo: false } } = watched;
	const called = watched.name === undefined ? `asset ${urn}` : `asset "${watched.name}" (${urn})`;
	return watchUntilReady(
		client,
		{
			called,
			read: (retry) => getAsset(client, watched, retry),
			firstPauseMs: firstPauseMs(uploaded),
			pauseFirst: uploaded.isVideo,
			judge: (asset) => {
				const state = assetState(asset, watched.recipes);
				const { status, ready, failure } = state;
				if (failure === undefined) return { status, ready };
				return { status, ready, failure: unusableAssetError(called, failure, state) };
			},
		},
		{ timeoutMs },
	);
}

/** States that are not the file's fault. */
const UPLOAD_AGAIN: readonly string[] = [
	'SERVER_ERROR',
	'INCOMPLETE',
	'ABANDONED',
	'DELETED',
	'SCHEDULED_DELETION',
];

function unusableAssetError(
	called: string,
	why: string,
	{ status, each }: { readonly status: string; readonly each?: string },
): LinkedInError {
	const states = each === undefined ? `Its state is ${status}` : `Its states are: ${each}`;
	return new LinkedInError(`LinkedIn cannot use the ${called}: ${why}`, {
		description: `${states}. ${
			UPLOAD_AGAIN.includes(status)
				? 'Upload it again. If it fails again, contact LinkedIn support.'
				: 'Uploading the same file again won’t help. Fix the file (format, length or size), then upload the corrected file.'
		}`,
		code: status,
	});
}
