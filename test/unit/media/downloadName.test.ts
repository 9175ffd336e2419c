import { ResponseHeaders } from '../../../linkedin/api/http';
import { IMAGES, VIDEOS } from '../../../linkedin/media/collections';
import { downloadName } from '../../../linkedin/media/downloadName';

const URN = 'urn:li:video:C5';

test.each([
	['video', 'media', 'video/mp4', 'C5.mp4', 'video/mp4'],
	['video', 'media', 'video/webm', 'C5.webm', 'video/webm'],
	['video', 'media', 'application/octet-stream', 'C5.mp4', 'video/mp4'],
	['video', 'thumbnail', 'Image/PNG; charset=binary', 'C5-thumbnail.png', 'image/png'],
	['video', 'thumbnail', undefined, 'C5-thumbnail.jpg', 'image/jpeg'],
	['video', 'captions', 'text/vtt', 'C5.vtt', 'text/vtt'],
	['video', 'captions', 'text/plain', 'C5.srt', 'application/x-subrip'],
	['image', 'media', 'image/gif', 'C5.gif', 'image/gif'],
	['image', 'media', 'constructor', 'C5.jpg', 'image/jpeg'],
] as const)('%s, %s, sent as %s: %s', (kind, content, type, name, mimeType) => {
	const headers = new ResponseHeaders(type === undefined ? {} : { 'content-type': type });
	expect(downloadName(kind === 'video' ? VIDEOS : IMAGES, URN, content, headers)).toEqual({
		name,
		mimeType,
	});
});
