import { isRefusedWith, LinkedInError } from '../../api/error';
import { MAX_IMAGE_BYTES } from '../../files/imageLimits';
import { readAll } from '../../files/readAll';
import type { FileSource } from '../../files/source';
import type { UploadContext } from '../context';
import { inMemory } from '../inMemory';
import { sendToUploadUrl } from '../send';
import type { AssetUploadSession } from './session';

/**
 * Sends the whole file in one PUT, which for an image goes with the token and for a video without one.
 *
 * In memory: a request that may have to be sent again needs its bytes again. No request takes more than
 * an image of LinkedIn's most pixels, uncompressed.
 *
 * @throws LinkedInError, Problem, CancelledError
 */
export async function putWhole(
	context: UploadContext,
	session: AssetUploadSession,
	file: FileSource,
): Promise<void> {
	const { mediaType, fileName, owner, expiresAt } = session;
	const send = async (): Promise<void> => {
		const bytes = await readAll(file, MAX_IMAGE_BYTES, mediaType, context.signal);
		for (const { uploadUrl, headers } of session.parts) {
			await sendToUploadUrl(context, {
				url: uploadUrl,
				body: bytes,
				headers,
				purpose: { doing: `upload the ${mediaType} "${fileName}"`, right: 'uploadAsset', owner },
				expiresAt,
				authorized: mediaType === 'image',
			}).catch((error: unknown) => {
				throw unauthorizedError(error);
			});
		}
	};
	// An image was read to be checked: whoever did that has room for it.
	await (mediaType === 'video' ? inMemory(context, file.size, send) : send());
}

/**
 * Neither the token nor the address is to be blamed alone: an expired address answers 401 as well, and
 * a registration names no time after which it is one.
 */
function unauthorizedError(error: unknown): unknown {
	if (!isRefusedWith(error, 401) || error.code === 'EXPIRED_UPLOAD_URL') return error;
	const advice = 'If it still fails, the upload URL has expired: use Register Upload again.';
	const description = `${error.description} ${advice}`;
	return new LinkedInError(error.message, { ...error.facts, description, words: '' });
}
