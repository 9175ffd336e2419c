import type { FileSource } from '../files/source';
import { VIDEOS } from '../media/collections';
import type { UploadContext } from './context';
import { finalizeVideo } from './finalize';
import {
	assertUploadUrls,
	missingAddressProblem,
	readInitializedVideo,
	type InitializedVideo,
	type LibraryEntry,
} from './initialize';
import { putParts } from './put';
import { withSession, type VideoUploadSession } from './session';
import { sendCaptions, sendThumbnail, type Captions, type Thumbnail } from './supplements';

/** What LinkedIn must know of a video before it gives upload URLs. */
export interface VideoRequest {
	/** `urn:li:person:…` or `urn:li:organization:…` */
	readonly owner: string;
	readonly fileName: string;
	readonly fileSizeBytes: number;
	readonly uploadCaptions: boolean;
	readonly uploadThumbnail: boolean;
	readonly library?: LibraryEntry;
	/** Both need API version 202602 or newer (linkedin-videos-api). */
	readonly templateName?: string;
	readonly linkbackContext?: string;
}

/** A video's bytes and what goes with them, all looked into already. */
export interface VideoContent {
	readonly file: FileSource;
	readonly captions?: Captions;
	readonly thumbnail?: Thumbnail;
	/** Parts sent at the same time; 0: as many as serve best. */
	readonly lanes: number;
	/** What a captions or thumbnail upload that fails does to the whole. */
	readonly onSupplementFailure: 'fail' | 'continue';
}

/**
 * `videos?action=initializeUpload` (linkedin-videos-api): LinkedIn's plan, checked against the size.
 *
 * @returns a session in which everything is still to be sent
 * @throws LinkedInError or Problem; nothing was sent then
 */
export function initializeVideo(
	context: UploadContext,
	request: VideoRequest,
): Promise<VideoUploadSession> {
	const { owner, fileName, fileSizeBytes, library } = request;
	return context.client.call(
		{
			method: 'POST',
			restliMethod: 'action',
			path: `${VIDEOS.path}?action=initializeUpload`,
			body: {
				initializeUploadRequest: {
					owner,
					fileSizeBytes,
					uploadCaptions: request.uploadCaptions,
					uploadThumbnail: request.uploadThumbnail,
					mediaLibraryMetadata: library,
					templateName: request.templateName,
					linkbackContext: request.linkbackContext,
				},
			},
			purpose: {
				doing: `start the upload of "${fileName}"`,
				right: VIDEOS.uploadRight,
				owner,
				account: library?.associatedAccount,
			},
		},
		(answer) => openSession(readInitializedVideo(answer, fileSizeBytes), request),
	);
}

/**
 * Sends what a session still lacks (linkedin-videos-api, "How to Upload Videos"): the missing parts in
 * lanes, captions, thumbnail, finalize with every part's id in the plan's order. Does nothing where
 * it is finalized already.
 *
 * @returns the session, finalized; processing goes on by itself
 * @throws UploadFailure with the session as it then stands, CancelledError. After any failure nothing
 * was finalized, except where finalize itself gave no clear answer, which the error then says.
 */
export function sendVideo(
	context: UploadContext,
	session: VideoUploadSession,
	content: VideoContent,
): Promise<VideoUploadSession> {
	return withSession(session, async () => {
		if (session.finalized) return session;
		checkAddresses(context, content, session);
		await putParts(context, content.file, session, content.lanes);
		await sendCaptions(context, content, session);
		await sendThumbnail(context, content, session);
		await finalizeVideo(context, session);
		return session;
	});
}

function openSession(
	{ parts, ...given }: InitializedVideo,
	request: VideoRequest,
): VideoUploadSession {
	return {
		...given,
		owner: request.owner,
		fileName: request.fileName,
		fileSizeBytes: request.fileSizeBytes,
		parts: parts.map(({ partNumber, firstByte, lastByte, uploadUrl }) => ({
			partNumber,
			firstByte,
			lastByte,
			uploadUrl,
		})),
		captions: request.uploadCaptions ? 'due' : 'none',
		thumbnail: request.uploadThumbnail ? 'due' : 'none',
		finalized: false,
	};
}

/** All addresses are there and are LinkedIn's, before the first byte goes to any of them. */
function checkAddresses(
	context: UploadContext,
	content: VideoContent,
	session: VideoUploadSession,
): void {
	const { captionsUploadUrl, thumbnailUploadUrl } = session;
	if (content.onSupplementFailure === 'fail') {
		if (session.captions === 'due' && captionsUploadUrl === undefined)
			throw missingAddressProblem('captions', session.fileName);
		if (session.thumbnail === 'due' && thumbnailUploadUrl === undefined)
			throw missingAddressProblem('thumbnail', session.fileName);
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
