import { isExplained } from '../api/error';
import { captionsForm } from './captionsForm';
import type { UploadContext } from './context';
import { missingAddressProblem } from './initialize';
import { sendToUploadUrl, type UploadUrlRequest } from './send';
import type { VideoUploadSession } from './session';

/** English captions as SRT text. */
export interface Captions {
	readonly srt: string;
	readonly fileName: string;
}

/** A still image. */
export interface Thumbnail {
	readonly bytes: Buffer;
	readonly fileName: string;
}

/** The part of a video upload that decides about captions and thumbnail. */
export interface SupplementedUpload {
	readonly captions?: Captions;
	readonly thumbnail?: Thumbnail;
	readonly onSupplementFailure: 'fail' | 'continue';
}

const SUPPLEMENT_TIMEOUT_MS = 120_000;

/** Sends the captions if there are any (linkedin-videos-api, "Upload Captions"; sent once: POST). */
export async function sendCaptions(
	context: UploadContext,
	upload: SupplementedUpload,
	session: VideoUploadSession,
): Promise<void> {
	const { captions } = upload;
	if (!captions || session.captions === 'uploaded') return;
	session.captions = await settled('captions', context, upload, async () => {
		const url = session.captionsUploadUrl;
		if (url === undefined) throw missingAddressProblem('captions', session.fileName);
		const { contentType, body } = captionsForm(captions.srt, captions.fileName);
		await send(context, session, {
			request: {
				method: 'POST',
				url,
				headers: { 'Content-Type': contentType, 'Content-Length': String(body.length) },
				body,
				timeoutMs: SUPPLEMENT_TIMEOUT_MS,
			},
			purpose: supplementPurpose('captions', session),
			expiresAt: session.expiresAt,
			repeatable: false,
			tokenless: true,
		});
	});
}

/** Sends the thumbnail if there is one (linkedin-videos-api, "Upload Thumbnail"). */
export async function sendThumbnail(
	context: UploadContext,
	upload: SupplementedUpload,
	session: VideoUploadSession,
): Promise<void> {
	const { thumbnail } = upload;
	if (!thumbnail || session.thumbnail === 'uploaded') return;
	session.thumbnail = await settled('thumbnail', context, upload, async () => {
		const url = session.thumbnailUploadUrl;
		if (url === undefined) throw missingAddressProblem('thumbnail', session.fileName);
		await send(context, session, {
			request: {
				method: 'PUT',
				url,
				headers: {
					'Content-Type': 'application/octet-stream',
					'Content-Length': String(thumbnail.bytes.length),
					'media-type-family': 'STILLIMAGE',
				},
				body: thumbnail.bytes,
				timeoutMs: SUPPLEMENT_TIMEOUT_MS,
			},
			purpose: supplementPurpose('thumbnail', session),
			expiresAt: session.expiresAt,
			repeatable: true,
			tokenless: true,
		});
	});
}

async function send(
	context: UploadContext,
	session: VideoUploadSession,
	upload: UploadUrlRequest,
): Promise<void> {
	await sendToUploadUrl(
		context,
		upload,
		(request) => context.sendBytes(request, context.signal),
		context.signal,
	);
}

function supplementPurpose(what: string, session: VideoUploadSession): UploadUrlRequest['purpose'] {
	return {
		doing: `upload the ${what} of "${session.fileName}"`,
		right: 'uploadVideo',
		owner: session.owner,
	};
}

/**
 * A feed video serves without captions or thumbnail, an ads video does not (linkedin-videos-api):
 * so the user chooses what their failure means.
 */
async function settled(
	what: 'captions' | 'thumbnail',
	context: UploadContext,
	upload: SupplementedUpload,
	action: () => Promise<void>,
): Promise<'uploaded' | 'failed'> {
	try {
		await action();
		return 'uploaded';
	} catch (error) {
		if (!isExplained(error) || upload.onSupplementFailure === 'fail') throw error;
		context.warn(
			`The video goes without its ${what}. ${error.message}. An ads video cannot be served without the ${what} it announced; a feed video can.`,
		);
		return 'failed';
	}
}
