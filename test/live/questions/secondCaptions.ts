import { isDone, textAt } from '../look';
import { startVideo } from '../made/videos';
import type { Question } from '../question';
import { Unasked } from '../stops';

export const secondCaptions: Question = {
	id: 'secondCaptions',
	asks: 'What becomes of a second caption file?',
	rule: {
		section: 'Videos',
		behavior:
			'"Each video can include only one caption file": a second one replaces the first, or is refused with 400: reading `secondCaptions`',
	},
	needs: { scopes: [['w_member_social', 'w_organization_social']] },
	isPublic: false,
	calls: 3,
	async ask(live) {
		const { answer } = await startVideo(live, { uploadCaptions: true });
		const url = textAt(answer, 'value', 'captionsUploadUrl');
		if (url === '') throw new Unasked('LinkedIn returned no URL for captions');
		await live.need('the first captions', live.sendCaptions(url, 'captions.srt'));
		const second = await live.sendCaptions(url, 'captions.srt');
		return isDone(second) ? 'accepted' : `${second.status}`;
	},
	readings: {
		accepted: { secondCaptions: 'replaces' },
		'400': { secondCaptions: 'refused' },
	},
};
