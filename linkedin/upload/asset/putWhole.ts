import { isRefusedWith, LinkedInError } from '../../api/error';
import type { CallPurpose } from '../../api/purpose';
import { MAX_IMAGE_BYTES } from '../../files/imageLimits';
import { readAll } from '../../files/readAll';
import type { FileSource } from '../../files/source';
import type { UploadContext } from '../context';
import { inMemory } from '../inMemory';
import { sendToUploadUrl } from '../send';
import type { AssetUploadSession } from './session';

/**
 * Sends the whole file in one PUT, for an image with the token and for a video without it.
 *
 * In memory: a request that may be retried needs its bytes again. No request is larger than an
 * uncompressed image with LinkedIn's maximum of pixels.
 *
 * @throws LinkedInError, Problem, CancelledError
 */
export async function putWhole(
	context: UploadContext,
	session: AssetUploadSession,
	file: FileSource,
): Promise<void> {
	const { mediaType, expiresAt } = session;
	const purpose = wholePurpose(session);
	const send = async (): Promise<void> => {
		const bytes = await readAll(file, MAX_IMAGE_BYTES, mediaType, context.signal);
		for (const { uploadUrl, headers } of session.parts) {
			await sendToUploadUrl(context, {
				url: uploadUrl,
				body: bytes,
				headers,
				purpose,
				expiresAt,
				authorized: mediaType === 'image',
			}).catch((error: unknown) => {
				throw unauthorizedError(error);
			});
		}
	};
	// An image was already read to be checked, so it has its share of the budget.
	await (mediaType === 'video' ? inMemory(context, file.size, send) : send());
}

/** What the request is for that sends a file in one piece. */
export function wholePurpose({ mediaType, fileName, owner }: AssetUploadSession): CallPurpose {
	return { doing: `upload the ${mediaType} "${fileName}"`, right: 'uploadAsset', owner };
}

/**
 * It may be the token or the URL: an expired URL returns 401 as well, and a registration doesn't
 * say when its URL expires.
 */
function unauthorizedError(error: unknown): unknown {
	if (!isRefusedWith(error, 401) || error.code === 'EXPIRED_UPLOAD_URL') return error;
	const advice = 'If it still fails, the upload URL has expired: use Register Upload again.';
	const description = `${error.description} ${advice}`;
	return new LinkedInError(error.message, { ...error.facts, description, words: '' });
}
