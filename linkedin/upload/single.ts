import type { MediaCollection } from '../media/collections';
import type { UploadContext } from './context';
import { assertUploadUrls, readInitializedSingle, type LibraryEntry } from './initialize';
import { sendToUploadUrl, withToken } from './send';
import { withSession, type SingleUploadSession } from './session';

/** What LinkedIn must know of a file that goes in one piece. */
export interface SingleRequest {
	/** A URN of one of the collection's kinds of owner. */
	readonly owner: string;
	readonly fileName: string;
	readonly fileSizeBytes: number;
	readonly library?: LibraryEntry;
}

/** Milliseconds at least; and for each byte of a connection of 16 kB/s, as documents are large. */
const TIMEOUT_MS = 300_000;
const TIMEOUT_MS_PER_BYTE = 1 / 16;

/**
 * `{images|documents}?action=initializeUpload` (linkedin-images-api).
 *
 * @throws LinkedInError or Problem; nothing was sent then
 */
export function initializeSingle(
	context: UploadContext,
	collection: MediaCollection,
	request: SingleRequest,
): Promise<SingleUploadSession> {
	const { owner, library, fileName, fileSizeBytes } = request;
	return context.client.call(
		{
			method: 'POST',
			restliMethod: 'action',
			path: `${collection.path}?action=initializeUpload`,
			body: { initializeUploadRequest: { owner, mediaLibraryMetadata: library } },
			purpose: {
				doing: `start the upload of "${fileName}"`,
				right: collection.uploadRight,
				owner,
				account: library?.associatedAccount,
			},
		},
		(answer) => ({
			...readInitializedSingle(answer, collection.urnType),
			owner,
			fileName,
			fileSizeBytes,
			uploaded: false,
		}),
	);
}

/**
 * One PUT with the token: unlike a video's parts, an image goes with it (linkedin-images-api, "Upload
 * the Image"). Does nothing where the bytes have arrived already.
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
		assertUploadUrls([session.uploadUrl], context.client.options.baseUrl);
		await put(context, collection, session, bytes);
		session.uploaded = true;
		return session;
	});
}

async function put(
	context: UploadContext,
	collection: MediaCollection,
	session: SingleUploadSession,
	bytes: Buffer,
): Promise<void> {
	await sendToUploadUrl(
		context,
		{
			request: {
				method: 'PUT',
				url: session.uploadUrl,
				headers: {
					'Content-Type': 'application/octet-stream',
					'Content-Length': String(bytes.length),
				},
				body: bytes,
				timeoutMs: Math.max(TIMEOUT_MS, Math.ceil(bytes.length * TIMEOUT_MS_PER_BYTE)),
			},
			purpose: {
				doing: `upload the ${collection.noun} "${session.fileName}"`,
				right: collection.uploadRight,
				owner: session.owner,
			},
			expiresAt: session.expiresAt,
			repeatable: true,
			tokenless: false,
		},
		withToken(context, session.expiresAt),
		context.signal,
	);
}
