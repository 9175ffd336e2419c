import { fixture } from '../fixtures/make';

/** The files that are sent to LinkedIn: test pictures and a sine tone, of nobody (test/fixtures/README.md). */
const FILES = {
	'video.mp4': 'moov-at-end.mp4',
	'movie.mov': 'odd/mov-h264-aac.mov',
	'picture.png': 'picture.png',
	'thumbnail.jpg': 'thumbnail.jpg',
	'captions.srt': 'talk.srt',
	'owner-password.pdf': 'odd/pdf-owner-password-only-aes128.pdf',
} as const;

export type FileName = keyof typeof FILES;

export function isFileName(text: string): text is FileName {
	return Object.hasOwn(FILES, text);
}

export function fileBytes(name: FileName): Buffer {
	return fixture(FILES[name]);
}

export function fileSize(name: FileName): number {
	return fileBytes(name).length;
}
