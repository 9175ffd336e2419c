import type { MediaCollection } from '../media/collections';
import type { UploadContext } from './context';
import { initializeUpload, type UploadStart } from './initialize';
import { readInitializedSingle } from './initialized';
import { sendToUploadUrl } from './send';
import type { SingleUploadSession } from './session';
import { withSession } from './uploadFailure';
import { assertUploadUrls } from './uploadUrls';

/**
 * `{images|documents}?action=initializeUpload` (linkedin-images-api).
 *
 * @throws LinkedInError or Problem; nothing was sent then
 */
export function initializeSingle(
	{ client }: UploadContext,
	collection: MediaCollection,
	start: UploadStart,
): Promise<SingleUploadSession> {
	const { owner, fileName, fileSizeBytes } = start;
	return initializeUpload(client, collection, start, (answer) => ({
		...readInitializedSingle(answer, collection.urnType),
		owner,
		fileName,
		fileSizeBytes,
		uploaded: false,
	}));
}

/**
 * One PUT with the token, which an image requires, unlike a video's parts (linkedin-images-api,
 * "Upload the Image"). Does nothing if the file has already arrived.
 *
 * @throws UploadFailure with the session, CancelledError
 */
export function sendSingle(
	context: UploadContext,
	collection: MediaCollection,
	session: SingleUploadSession,
	bytes: Buffer,
): Promise<SingleUploadSession> {
	return withSession(session, async () => {
		if (session.uploaded) return session;
		const { uploadUrl, fileName, owner, expiresAt } = session;
		const { noun, uploadRight: right } = collection;
		assertUploadUrls(context, [uploadUrl]);
		await sendToUploadUrl(context, {
			url: uploadUrl,
			body: bytes,
			purpose: { doing: `upload the ${noun} "${fileName}"`, right, owner },
			expiresAt,
			authorized: true,
		});
		session.uploaded = true;
		return session;
	});
}
