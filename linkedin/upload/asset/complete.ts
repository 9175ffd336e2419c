import { LinkedInError } from '../../api/error';
import { Problem } from '../../problem';
import type { UploadContext } from '../context';
import { isUnclear, pause, retold, stillWaiting } from '../finalize';
import type { UploadedPart } from '../responses';
import { getAsset, type AssetKey } from './entity';
import { assetsPath } from './path';
import { assetState } from './states';

/** An upload in parts whose bytes have all arrived. */
export interface AssetCompletion extends AssetKey {
	/** How to call it in messages. */
	readonly name: string;
	readonly mediaArtifact: string;
	readonly metadata: string;
	/** In the order of LinkedIn's plan. */
	readonly parts: readonly UploadedPart[];
}

/** What is remembered of a completion beyond a failure. */
export interface CompletionMemory {
	/** It was sent, and its answer may have been lost. */
	finalizeSent?: boolean;
}

export function isCompletionMemory(value: object): value is CompletionMemory {
	return 'finalizeSent' in value;
}

/** Sent at most so often, however often LinkedIn's answers are unclear. */
const MAX_SENDS = 2;

/**
 * `assets?action=completeMultiPartUpload`: links the parts and starts processing.
 *
 * Like the last step of a video it is never repeated blindly: after an unclear answer and a pause, or
 * where an earlier run ended with one, the asset's own state decides whether it goes out once more.
 *
 * @throws LinkedInError
 */
export async function completeAsset(
	context: UploadContext,
	completion: AssetCompletion,
	memory: CompletionMemory = {},
): Promise<void> {
	if (
		memory.finalizeSent === true &&
		(await wasCarriedOut(context, completion, sentBefore(completion)))
	)
		return;
	for (let sends = 1; ; sends += 1) {
		const unclear = await send(context, completion, memory, sends);
		if (!unclear) return;
		await pause(context, unclear);
		if (await wasCarriedOut(context, completion, unclear)) return;
		if (sends === MAX_SENDS) throw stillWaiting(unclear);
		context.client.retries += 1;
	}
}

/** @returns the error of an unclear answer; undefined when it was carried out */
async function send(
	context: UploadContext,
	{ apiPath, mediaArtifact, metadata, parts, name, owner }: AssetCompletion,
	memory: CompletionMemory,
	sends: number,
): Promise<LinkedInError | undefined> {
	// The action and the key of its body are spelled differently (linkedin-vector-assets-api).
	const completeMultipartUploadRequest = {
		mediaArtifact,
		metadata,
		partUploadResponses: parts.map(({ id, status }) => ({
			headers: { ETag: id },
			httpStatusCode: status,
		})),
	};
	memory.finalizeSent = true;
	try {
		await context.client.callWithoutAnswer({
			method: 'POST',
			restliMethod: 'action',
			path: `${assetsPath(apiPath)}?action=completeMultiPartUpload`,
			body: { completeMultipartUploadRequest },
			purpose: { doing: `complete the upload of ${name}`, right: 'uploadAsset', owner },
		});
		return undefined;
	} catch (error) {
		// After a second one even a refusal is unclear: the first may have been carried out late.
		if (error instanceof LinkedInError && (isUnclear(error) || sends > 1)) return error;
		memory.finalizeSent = false;
		throw error;
	}
}

function sentBefore({ name }: AssetCompletion): LinkedInError {
	return new LinkedInError(`Could not complete the upload of ${name}`, {
		description: 'An earlier run sent it and lost LinkedIn’s answer.',
		code: 'COMPLETE_UNCLEAR',
	});
}

/**
 * Asks the asset itself, because LinkedIn's answer was lost.
 *
 * @throws LinkedInError saying that it is unknown whether it was carried out
 */
async function wasCarriedOut(
	context: UploadContext,
	completion: AssetCompletion,
	unclear: LinkedInError,
): Promise<boolean> {
	try {
		const { status } = assetState(await getAsset(context.client, completion));
		if (status === 'WAITING_UPLOAD' || status === 'NEW') return false;
		context.warn(
			'LinkedIn’s answer to the last step (complete) was lost, but the asset’s state shows that it was carried out.',
		);
		return true;
	} catch (error) {
		if (!(error instanceof LinkedInError || error instanceof Problem)) throw error;
		throw retold(
			unclear,
			`Whether it was carried out is unknown, because the state of ${completion.name} could not be read either, so it was not sent again. Look at the asset before you upload once more.`,
			`${unclear.words} ${error.message}.`,
		);
	}
}
