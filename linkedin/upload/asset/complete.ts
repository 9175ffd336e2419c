import { LinkedInError } from '../../api/error';
import type { CallPurpose } from '../../api/purpose';
import type { UploadContext } from '../context';
import { carryOutOnce, type LastStepMemory } from '../lastStep';
import type { UploadedPart } from '../uploadedParts';
import { getAsset, type AssetEntity, type AssetKey } from './entity';
import { assetsPath } from './path';
import { assetState } from './states';

/** An upload in parts, all of which have arrived. */
interface AssetCompletion extends AssetKey {
	/** Its name in messages. */
	readonly name: string;
	readonly mediaArtifact: string;
	readonly metadata: string;
	/** In the order of LinkedIn's plan. */
	readonly parts: readonly UploadedPart[];
}

/** What is remembered of a completion after a failure. */
type CompletionMemory = LastStepMemory;

export function isCompletionMemory(value: object): value is CompletionMemory {
	return 'finalizeSent' in value;
}

/**
 * `assets?action=completeMultiPartUpload`: links the parts and starts processing. Like the last
 * step of a video it is never repeated blindly: the asset's own state decides whether it is sent
 * again.
 *
 * @throws LinkedInError
 */
export async function completeAsset(
	context: UploadContext,
	completion: AssetCompletion,
	memory: CompletionMemory = {},
): Promise<void> {
	const { apiPath, mediaArtifact, metadata, parts } = completion;
	// The action and the key of its body are spelled differently (linkedin-vector-assets-api).
	const completeMultipartUploadRequest = {
		mediaArtifact,
		metadata,
		partUploadResponses: parts.map(({ id, status }) => ({
			headers: { ETag: id },
			httpStatusCode: status,
		})),
	};
	const purpose = completePurpose(completion);
	await carryOutOnce(context, {
		memory,
		send: () =>
			context.client.callWithoutAnswer({
				method: 'POST',
				restliMethod: 'action',
				path: `${assetsPath(apiPath)}?action=completeMultiPartUpload`,
				body: { completeMultipartUploadRequest },
				purpose,
			}),
		sentBeforeError: () =>
			new LinkedInError(`Could not ${purpose.doing}`, {
				description: 'An earlier run sent it, but LinkedIn’s response was lost.',
				code: 'COMPLETE_UNCLEAR',
			}),
		isCarriedOut: async () => isCompleted(await getAsset(context.client, completion)),
		words: { step: 'complete', state: 'the asset’s state', place: 'the asset' },
	});
}

/** Whether the asset's own state shows that its parts were linked. */
export function isCompleted(asset: AssetEntity): boolean {
	const { status } = assetState(asset);
	return status !== 'WAITING_UPLOAD' && status !== 'NEW';
}

/** What the call is for that ends an upload in parts. */
export function completePurpose({
	name,
	owner,
}: Pick<AssetCompletion, 'name' | 'owner'>): CallPurpose {
	return { doing: `complete the upload of ${name}`, right: 'uploadAsset', owner };
}
