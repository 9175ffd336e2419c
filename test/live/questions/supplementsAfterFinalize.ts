import { isDone, statusAndCode, textAt } from '../look';
import { finalizeVideo, sendPart, startVideo } from '../made/videos';
import type { Question } from '../question';
import { Unasked } from '../stops';

export const supplementsAfterFinalize: Question = {
	id: 'supplementsAfterFinalize',
	asks: 'Can a thumbnail follow after finalize?',
	rule: {
		section: 'Videos',
		behavior:
			'captions and thumbnail after finalize are refused: reading `supplementsAfterFinalize`',
	},
	needs: { scopes: [['w_member_social', 'w_organization_social']] },
	isPublic: false,
	calls: 4,
	async ask(live) {
		const video = await startVideo(live, { uploadThumbnail: true });
		const url = textAt(video.answer, 'value', 'thumbnailUploadUrl');
		if (url === '') throw new Unasked('LinkedIn returned no URL for a thumbnail');
		await finalizeVideo(live, video, await sendPart(live, video));
		const headers = { 'media-type-family': 'STILLIMAGE' };
		const answer = await live.put(url, 'thumbnail.jpg', { headers });
		return isDone(answer) ? 'accepted' : statusAndCode(answer);
	},
	readings: {
		accepted: { supplementsAfterFinalize: 'accepted' },
		'400 UPDATING_ASSET_FAILED': { supplementsAfterFinalize: 'refused' },
	},
};
