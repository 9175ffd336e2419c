import type { FileSource } from '../files/source';
import { VIDEOS } from '../media/collections';
import type { UploadContext } from './context';
import { finalizeVideo } from './finalize';
import {
	assertUploadUrls,
	missingSupplementUrl,
	readInitializedVideo,
	type InitializedVideo,
	type LibraryEntry,
} from './initialize';
import { putParts } from './put';
import { guarded, type VideoUploadSession } from './session';
import { sendCaptions, sendThumbnail, type Captions, type Thumbnail } from './supplements';

/** A video and what goes with it, all looked into already. */
export interface VideoUpload {
	/** `urn:li:person:…` or `urn:li:organization:…` */
	readonly owner: string;
	readonly file: FileSource;
	readonly captions?: Captions;
	readonly thumbnail?: Thumbnail;
	readonly library?: LibraryEntry;
	/** Both need API version 202602 or newer (linkedin-videos-api). */
	readonly templateName?: string;
	readonly linkbackContext?: string;
	/** Parts sent at the same time. */
	readonly lanes: number;
	/** What a captions or thumbnail upload that fails does to the whole. */
	readonly onSupplementFailure: 'fail' | 'continue';
}

/**
 * Uploads a video (linkedin-videos-api, "How to Upload Videos"): initialize, check the plan, send
 * the parts in lanes, captions, thumbnail, finalize with every part's id in the plan's order.
 *
 * @returns the session, finalized; processing goes on by itself
 * @throws LinkedInError or Problem before LinkedIn accepted the start, UploadFailure (with the
 * session) after it, CancelledError. After any failure nothing was finalized, except where finalize
 * itself gave no clear answer, which the error then says.
 */
export async function uploadVideo(
	context: UploadContext,
	upload: VideoUpload,
): Promise<VideoUploadSession> {
	const initialized = await initialize(context, upload);
	const session = openSession(initialized, upload);
	return guarded(session, async () => {
		checkAddresses(context, upload, session);
		await putParts(context, upload.file, initialized.parts, session, upload.lanes);
		await sendCaptions(context, upload, session);
		await sendThumbnail(context, upload, session);
		await finalizeVideo(context, session);
		return session;
	});
}

function initialize(context: UploadContext, upload: VideoUpload): Promise<InitializedVideo> {
	const { file, owner, library } = upload;
	return context.client.call(
		{
			method: 'POST',
			restliMethod: 'action',
			path: `${VIDEOS.path}?action=initializeUpload`,
			body: {
				initializeUploadRequest: {
					owner,
					fileSizeBytes: file.size,
					uploadCaptions: upload.captions !== undefined,
					uploadThumbnail: upload.thumbnail !== undefined,
					mediaLibraryMetadata: library,
					templateName: upload.templateName,
					linkbackContext: upload.linkbackContext,
				},
			},
			purpose: {
				doing: `start the upload of "${file.name}"`,
				right: VIDEOS.uploadRight,
				owner,
				account: library?.associatedAccount,
			},
		},
		(answer) => readInitializedVideo(answer, file.size),
	);
}

function openSession(
	{ parts, ...given }: InitializedVideo,
	upload: VideoUpload,
): VideoUploadSession {
	return {
		...given,
		owner: upload.owner,
		fileName: upload.file.name,
		fileSizeBytes: upload.file.size,
		parts: parts.map(({ partNumber, firstByte, lastByte, uploadUrl }) => ({
			partNumber,
			firstByte,
			lastByte,
			uploadUrl,
		})),
		captions: upload.captions === undefined ? 'none' : 'due',
		thumbnail: upload.thumbnail === undefined ? 'none' : 'due',
		finalized: false,
	};
}

/** All addresses are there and are LinkedIn's, before the first byte goes to any of them. */
function checkAddresses(
	context: UploadContext,
	upload: VideoUpload,
	session: VideoUploadSession,
): void {
	const { captionsUploadUrl, thumbnailUploadUrl } = session;
	if (upload.onSupplementFailure === 'fail') {
		if (upload.captions && captionsUploadUrl === undefined)
			throw missingSupplementUrl('captions', session.fileName);
		if (upload.thumbnail && thumbnailUploadUrl === undefined)
			throw missingSupplementUrl('thumbnail', session.fileName);
	}
	const urls = [
		...session.parts.map((part) => part.uploadUrl),
		captionsUploadUrl,
		thumbnailUploadUrl,
	];
	assertUploadUrls(
		urls.filter((url) => url !== undefined),
		context.client.options.baseUrl,
	);
}
