import type { MediaCollection } from '../media/collections';
import type { UploadContext } from './context';
import { assertUploadUrls, missingAddressProblem } from './initialize';
import { presignedParts, presignedWhole, type PresignedUpload } from './presigned';
import { withSession, type SingleUploadSession, type VideoUploadSession } from './session';
import { initializeSingle, type SingleRequest } from './single';
import { initializeVideo, type VideoRequest } from './video';

/** A begun upload for someone else to carry out. */
export interface Presigned<Session> {
	readonly session: Session;
	readonly view: PresignedUpload;
	/** What LinkedIn answered, by LinkedIn's names; ranges end where the file ends. */
	readonly fields: Readonly<Record<string, unknown>>;
}

/**
 * Begins a video's upload and sends nothing: the addresses are checked and given away.
 *
 * @throws LinkedInError or Problem; UploadFailure where LinkedIn began it and its addresses cannot be
 * used
 */
export async function presignVideo(
	context: UploadContext,
	request: VideoRequest,
): Promise<Presigned<VideoUploadSession>> {
	const session = await initializeVideo(context, request);
	const { captionsUploadUrl, thumbnailUploadUrl, parts, fileName } = session;
	return withSession(session, () => {
		if (request.uploadCaptions && captionsUploadUrl === undefined)
			throw missingAddressProblem('captions', fileName);
		if (request.uploadThumbnail && thumbnailUploadUrl === undefined)
			throw missingAddressProblem('thumbnail', fileName);
		const supplements = [captionsUploadUrl, thumbnailUploadUrl].filter((url) => url !== undefined);
		assertOurs(context, [...parts.map(({ uploadUrl }) => uploadUrl), ...supplements]);
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

/** LinkedIn does not ask for the size of what goes in one piece. */
type WholeSession = Omit<SingleUploadSession, 'fileSizeBytes'>;

/**
 * The same for what goes in one piece: images and documents.
 *
 * @throws as {@link presignVideo}
 */
export async function presignSingle(
	context: UploadContext,
	collection: MediaCollection,
	request: Omit<SingleRequest, 'fileSizeBytes'>,
): Promise<Presigned<WholeSession>> {
	const begun = await initializeSingle(context, collection, { ...request, fileSizeBytes: 0 });
	const { urn, owner, fileName, uploadUrl, expiresAt, uploaded } = begun;
	const session: WholeSession = { urn, owner, fileName, uploadUrl, expiresAt, uploaded };
	return withSession(begun, () => {
		assertOurs(context, [uploadUrl]);
		const fields = {
			[collection.urnType]: urn,
			uploadUrl,
			...optional('uploadUrlExpiresAt', expiresAt),
		};
		return Promise.resolve({ session, view: presignedWhole(session), fields });
	});
}

/** Whoever gets the addresses trusts them. */
function assertOurs(context: UploadContext, urls: readonly string[]): void {
	assertUploadUrls(urls, context.client.options.baseUrl);
}

function optional(name: string, value: unknown): Record<string, unknown> {
	return value === undefined ? {} : { [name]: value };
}
