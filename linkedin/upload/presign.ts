import type { MediaCollection } from '../media/collections';
import type { UploadContext } from './context';
import type { UploadStart } from './initialize';
import { presignedParts, presignedWhole, type PresignedUpload } from './presigned';
import type { SingleUploadSession, VideoUploadSession } from './session';
import { initializeSingle } from './single';
import { withSession } from './uploadFailure';
import { assertUploadUrls, assertVideoUrls } from './uploadUrls';
import { initializeVideo, type VideoStart } from './video';

/** A started upload whose file another system sends. */
export interface Presigned<Session> {
	readonly session: Session;
	readonly view: PresignedUpload;
	/** LinkedIn's answer, with LinkedIn's field names; ranges end at the end of the file. */
	readonly fields: Readonly<Record<string, unknown>>;
}

/**
 * Starts a video's upload and sends nothing: the URLs are checked and returned.
 *
 * @throws LinkedInError or Problem; UploadFailure if LinkedIn started it, but its URLs can't be
 * used
 */
export async function presignVideo(
	context: UploadContext,
	start: VideoStart,
): Promise<Presigned<VideoUploadSession>> {
	const session = await initializeVideo(context, start);
	const { captionsUploadUrl, thumbnailUploadUrl, parts } = session;
	return withSession(session, () => {
		// Whoever gets the URLs trusts them.
		assertVideoUrls(context, session, false);
		const fields = {
			video: session.urn,
			uploadInstructions: parts.map(({ uploadUrl, firstByte, lastByte }) => ({
				uploadUrl,
				firstByte,
				lastByte,
			})),
			uploadToken: session.uploadToken,
			...optional('uploadUrlsExpireAt', session.expiresAt),
			...optional('captionsUploadUrl', captionsUploadUrl),
			...optional('thumbnailUploadUrl', thumbnailUploadUrl),
		};
		return Promise.resolve({ session, view: presignedParts(session), fields });
	});
}

/** LinkedIn doesn't require the size of what is sent in one piece. */
type WholeSession = Omit<SingleUploadSession, 'fileSizeBytes'>;

/**
 * The same for what is sent in one piece: images and documents.
 *
 * @throws as {@link presignVideo}
 */
export async function presignSingle(
	context: UploadContext,
	collection: MediaCollection,
	start: Omit<UploadStart, 'fileSizeBytes'>,
): Promise<Presigned<WholeSession>> {
	const begun = await initializeSingle(context, collection, { ...start, fileSizeBytes: 0 });
	const { urn, owner, fileName, uploadUrl, expiresAt, uploaded } = begun;
	const session: WholeSession = { urn, owner, fileName, uploadUrl, expiresAt, uploaded };
	return withSession(begun, () => {
		assertUploadUrls(context, [uploadUrl]);
		const fields = {
			[collection.urnType]: urn,
			uploadUrl,
			...optional('uploadUrlExpiresAt', expiresAt),
		};
		return Promise.resolve({ session, view: presignedWhole(session), fields });
	});
}

function optional(name: string, value: unknown): Record<string, unknown> {
	return value === undefined ? {} : { [name]: value };
}
