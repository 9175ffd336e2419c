import type { SrtCaptions } from './captions/convert';
import type { CheckedImage, ImageCheck } from './image';
import type { FileSource } from './source';
import type { CheckedVideo, VideoCheck } from './video';

/**
 * The file readers, loaded on first use: n8n loads every node when it starts, even if no file is
 * ever uploaded. Each is documented at the function it calls.
 */

/** See {@link CheckedVideo}. @throws Problem */
export async function checkVideoFile(file: FileSource, check: VideoCheck): Promise<CheckedVideo> {
	const { checkVideo } = await import('./video');
	return checkVideo(file, check);
}

/** See {@link CheckedImage}. @throws Problem */
export async function checkImageFile(bytes: Buffer, check: ImageCheck): Promise<CheckedImage> {
	const { checkImage } = await import('./image');
	return checkImage(bytes, check);
}

/** See {@link SrtCaptions}. @param called `The captions "talk.srt"` @throws Problem, CancelledError */
export async function checkCaptions(
	input: Buffer | string,
	called: string,
	signal?: AbortSignal,
): Promise<SrtCaptions> {
	const { toSrt } = await import('./captions/toSrt');
	return toSrt(input, called, signal);
}
