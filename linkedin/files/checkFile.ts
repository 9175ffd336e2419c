import type { CheckedImage } from './image';
import type { SrtCaptions } from './captions/convert';
import type { FileSource } from './source';
import type { CheckedVideo } from './video';

/**
 * The file readers, loaded at first use: n8n loads every node at its start, also for those who never
 * upload a file. What each of them does stands with the function that it calls.
 */

/** See {@link CheckedVideo}. @throws Problem */
export async function checkVideoFile(
	file: FileSource,
	signal?: AbortSignal,
): Promise<CheckedVideo> {
	const { checkVideo } = await import('./video');
	return checkVideo(file, signal);
}

/** See {@link CheckedImage}. @throws Problem */
export async function checkImageFile(
	bytes: Buffer,
	name: string,
	what?: string,
): Promise<CheckedImage> {
	const { checkImage } = await import('./image');
	return checkImage(bytes, name, what);
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
