import { startVideo } from '../made/videos';
import type { Question } from '../question';

export const wrongSignature: Question = {
	id: 'wrongSignature',
	asks: 'How is an upload URL refused whose signature was changed?',
	rule: { section: 'Videos', behavior: 'changed signature: 403 or 401, reading `wrongSignature`' },
	needs: { scopes: [['w_member_social', 'w_organization_social']] },
	isPublic: false,
	calls: 2,
	async ask(live) {
		const { uploadUrl } = await startVideo(live);
		const answer = await live.put(uploadUrl, 'video.mp4', { spoiled: true });
		return `${answer.status}`;
	},
	readings: { '403': { wrongSignature: '403' }, '401': { wrongSignature: '401' } },
};
