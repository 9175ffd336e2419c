import { encodeValue } from '../../../linkedin/api/restli';
import { fileSize } from '../files';
import { textAt } from '../look';
import { LOOKS } from '../live';
import { finalizeVideo, startVideo } from '../made/videos';
import type { Question } from '../question';

export const movie: Question = {
	id: 'movie',
	asks: 'Does LinkedIn process a QuickTime movie?',
	rule: {
		section: 'Reading',
		behavior: 'a QuickTime movie (MOV) becomes AVAILABLE, as an MP4 does',
	},
	needs: { scopes: [['w_member_social', 'w_organization_social']] },
	isPublic: false,
	calls: 3 + LOOKS,
	async ask(live) {
		const video = await startVideo(live, { fileSizeBytes: fileSize('movie.mov') });
		const sent = await live.need('the upload', live.put(video.uploadUrl, 'movie.mov'));
		await finalizeVideo(live, video, sent.headers.etag ?? '');
		const { json } = await live.settled(`videos/${encodeValue(video.urn)}`);
		return textAt(json, 'status');
	},
	readings: { AVAILABLE: {} },
};
