import { isDone } from '../look';
import { startVideo } from '../made/videos';
import type { Question } from '../question';

export const tokenOnSignedUrls: Question = {
	id: 'tokenOnSignedUrls',
	asks: 'Does a part of a video upload with the token as well?',
	rule: { section: 'Videos', behavior: 'with a token: 400; reading `tokenOnSignedUrls`' },
	needs: { scopes: [['w_member_social', 'w_organization_social']] },
	isPublic: false,
	calls: 2,
	async ask(live) {
		const { uploadUrl } = await startVideo(live);
		const answer = await live.put(uploadUrl, 'video.mp4', { token: 'own' });
		return isDone(answer) ? 'accepted' : `${answer.status}`;
	},
	readings: {
		accepted: { tokenOnSignedUrls: 'ignored' },
		'400': { tokenOnSignedUrls: 'refused' },
	},
};
