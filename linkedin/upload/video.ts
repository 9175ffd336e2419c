import { VIDEOS } from '../media/collections';
import type { UploadContext } from './context';
import { initializeUpload, type UploadStart } from './initialize';
import { readInitializedVideo, type InitializedVideo } from './initialized';
import type { VideoUploadSession } from './session';

/** What LinkedIn must know about a video before it returns upload URLs. */
export interface VideoStart extends UploadStart {
	readonly uploadCaptions: boolean;
	readonly uploadThumbnail: boolean;
	/** Both need API version 202602 or newer (linkedin-videos-api). */
	readonly templateName?: string;
	readonly linkbackContext?: string;
}

/**
 * `videos?action=initializeUpload` (linkedin-videos-api): LinkedIn's plan, checked against the size.
 *
 * @returns a session in which everything is still to be sent
 * @throws LinkedInError or Problem; nothing was sent then
 */
export function initializeVideo(
	{ client }: UploadContext,
	start: VideoStart,
): Promise<VideoUploadSession> {
	const { fileSizeBytes, uploadCaptions, uploadThumbnail, templateName, linkbackContext } = start;
	const details = {
		fileSizeBytes,
		uploadCaptions,
		uploadThumbnail,
		templateName,
		linkbackContext,
	};
	return initializeUpload(client, VIDEOS, { ...start, details }, (answer) =>
		openSession(readInitializedVideo(answer, fileSizeBytes), start),
	);
}

function openSession({ parts, ...given }: InitializedVideo, start: VideoStart): VideoUploadSession {
	return {
		...given,
		owner: start.owner,
		fileName: start.fileName,
		fileSizeBytes: start.fileSizeBytes,
		parts: parts.map(({ partNumber, firstByte, lastByte, uploadUrl }) => ({
			partNumber,
			firstByte,
			lastByte,
			uploadUrl,
		})),
		captions: start.uploadCaptions ? 'due' : 'none',
		thumbnail: start.uploadThumbnail ? 'due' : 'none',
		finalized: false,
	};
}
