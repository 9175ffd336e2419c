import { IMAGES } from '../media/collections';
import type { UploadContext } from './context';
import {
	assertUploadUrls,
	readInitializedImage,
	type InitializedImage,
	type LibraryEntry,
} from './initialize';
import { isPast, sendToUploadUrl } from './send';
import { guarded, type ImageUploadSession } from './session';

/** An image, looked into already. */
export interface ImageUpload {
	/** `urn:li:person:…`, `urn:li:organization:…` or `urn:li:sponsoredAccount:…` */
	readonly owner: string;
	readonly bytes: Buffer;
	readonly fileName: string;
	readonly library?: LibraryEntry;
}

const IMAGE_TIMEOUT_MS = 300_000;

/**
 * Uploads an image (linkedin-images-api): initialize, then one PUT with the token.
 *
 * @returns the session, whose URN is the image's
 * @throws LinkedInError or Problem before LinkedIn accepted the start, UploadFailure after it
 */
export async function uploadImage(
	context: UploadContext,
	upload: ImageUpload,
): Promise<ImageUploadSession> {
	const initialized = await initialize(context, upload);
	const session: ImageUploadSession = {
		...initialized,
		owner: upload.owner,
		fileName: upload.fileName,
		fileSizeBytes: upload.bytes.length,
	};
	return guarded(session, async () => {
		assertUploadUrls([session.uploadUrl], context.client.options.baseUrl);
		await putImage(context, upload, session);
		return session;
	});
}

function initialize(context: UploadContext, upload: ImageUpload): Promise<InitializedImage> {
	const { owner, library } = upload;
	return context.client.call(
		{
			method: 'POST',
			restliMethod: 'action',
			path: `${IMAGES.path}?action=initializeUpload`,
			body: {
				initializeUploadRequest: {
					owner,
					mediaLibraryMetadata: library,
				},
			},
			purpose: {
				doing: `start the upload of "${upload.fileName}"`,
				right: IMAGES.uploadRight,
				owner,
				account: library?.associatedAccount,
			},
		},
		readInitializedImage,
	);
}

/** Unlike a video's parts, an image goes with the token (linkedin-images-api, "Upload the Image"). */
async function putImage(
	context: UploadContext,
	upload: ImageUpload,
	session: ImageUploadSession,
): Promise<void> {
	const { send, now, token } = context.client.options;
	await sendToUploadUrl(
		context,
		{
			request: {
				method: 'PUT',
				url: session.uploadUrl,
				headers: {
					'Content-Type': 'application/octet-stream',
					'Content-Length': String(upload.bytes.length),
				},
				body: upload.bytes,
				timeoutMs: IMAGE_TIMEOUT_MS,
			},
			purpose: {
				doing: `upload the image "${upload.fileName}"`,
				right: IMAGES.uploadRight,
				owner: upload.owner,
			},
			expiresAt: session.expiresAt,
			repeatable: true,
			tokenless: false,
		},
		async (request) => {
			const response = await send(request, { refresh: false });
			// The URL's date first: an expired URL answers 401 too, and then the token is still good.
			const urlExpired = isPast(session.expiresAt, now());
			if (response.status !== 401 || urlExpired || !token.hasRefreshToken) return response;
			return send(request);
		},
		context.signal,
	);
}
