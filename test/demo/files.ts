import type { InputFile } from '../engine/harness';
import { enlargeMp4 } from '../fixtures/make';

/** LinkedIn's usual part size, bytes. */
const PART = 4_194_304;

export interface DemoFiles {
	readonly video: InputFile & { content: Buffer };
	readonly captions: InputFile & { content: Buffer };
	readonly thumbnail: InputFile & { content: Buffer };
}

/**
 * A real MP4 (H.264 and AAC, made with ffmpeg), enlarged to five parts by a `free` box, which
 * players skip: the repository stays small and the upload has something to do.
 */
export function demoFiles(fixture: (name: string) => Buffer): DemoFiles {
	return {
		video: {
			content: enlargeMp4(fixture('talk.mp4'), 4 * PART + 1_234_567),
			fileName: 'talk.mp4',
		},
		captions: {
			content: fixture('talk.srt'),
			fileName: 'talk.srt',
			mimeType: 'application/x-subrip',
		},
		thumbnail: { content: fixture('thumbnail.jpg'), fileName: 'thumbnail.jpg' },
	};
}
