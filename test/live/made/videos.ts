import { fileSize } from '../files';
import { textAt } from '../look';
import type { Live } from '../live';
import { scene } from '../scene';

export interface StartedVideo {
	readonly urn: string;
	readonly answer: unknown;
	/** Of the first part. */
	readonly uploadUrl: string;
}

/** An upload that was initialized; the video waits for it for ever. */
export async function startVideo(live: Live, fields: object = {}): Promise<StartedVideo> {
	const owner = await live.session.owner();
	const request = { owner, fileSizeBytes: fileSize('video.mp4'), ...fields };
	const json = { initializeUploadRequest: request };
	const path = 'videos?action=initializeUpload';
	const { json: answer } = await live.need(
		'initializing a video',
		live.rest('action', path, { json }),
	);
	const urn = textAt(answer, 'value', 'video');
	live.session.ledger.addMedia(urn);
	const uploadUrl = textAt(answer, 'value', 'uploadInstructions', '0', 'uploadUrl');
	return { urn, answer, uploadUrl };
}

/** As large as the video of LinkedIn's sample, with everything that can be asked for; nothing is sent. */
export const startedVideo = scene({ calls: 1, removal: 0 }, (live) =>
	startVideo(live, { fileSizeBytes: 1_055_736, uploadCaptions: true, uploadThumbnail: true }),
);

/** Its only part, as the documents say: without a token. Returns the ETag as it came. */
export async function sendPart(live: Live, { uploadUrl }: StartedVideo): Promise<string> {
	const { headers } = await live.need('the upload of a part', live.put(uploadUrl, 'video.mp4'));
	return headers.etag ?? '';
}

export async function finalizeVideo(live: Live, video: StartedVideo, etag: string): Promise<void> {
	const finalizeUploadRequest = {
		video: video.urn,
		uploadToken: textAt(video.answer, 'value', 'uploadToken'),
		uploadedPartIds: [etag.replace(/^"(.*)"$/, '$1')],
	};
	const how = { json: { finalizeUploadRequest } };
	await live.need('finalizing', live.rest('action', 'videos?action=finalizeUpload', how));
}
