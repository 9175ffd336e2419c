import { ResponseHeaders } from '../../../linkedin/api/http';
import { IMAGES, VIDEOS } from '../../../linkedin/media/collections';
import { downloadName } from '../../../linkedin/media/downloadName';

const entityOf = (fields = {}) => ({ urn: 'urn:li:video:C5', status: 'AVAILABLE', fields });

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
	expect(downloadName(kind === 'video' ? VIDEOS : IMAGES, entityOf(), content, headers)).toEqual({
		name,
		mimeType,
	});
});

test.each([
	['Spring campaign, talk', 'Spring campaign, talk.mp4'],
	['talk.mp4', 'talk.mp4'],
	['Talk.MOV', 'Talk.mp4'],
	['Version 2.1', 'Version 2.1.mp4'],
	['../../etc/passwd', 'etc passwd.mp4'],
	['C:\\talk', 'C talk.mp4'],
	['a\nb\u202Egpj', 'a b gpj.mp4'],
	['Vortrag über KI', 'Vortrag über KI.mp4'],
	['ü'.repeat(150), `${'ü'.repeat(100)}.mp4`],
	['x'.repeat(199) + 'ü', `${'x'.repeat(199)}.mp4`],
	['...', 'C5.mp4'],
	['', 'C5.mp4'],
])('the asset %j: %s', (assetName, name) => {
	const headers = new ResponseHeaders({ 'content-type': 'video/mp4' });
	const entity = entityOf({ mediaLibraryMetadata: { assetName } });
	expect(downloadName(VIDEOS, entity, 'media', headers).name).toBe(name);
});
