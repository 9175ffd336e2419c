import { isGiven } from '../look';
import { startedVideo } from '../made/videos';
import type { Question } from '../question';

export const captionsUrl: Question = {
	id: 'captionsUrl',
	asks: 'Is there an upload URL for the captions, if one was asked for?',
	rule: {
		section: 'Videos',
		behavior: '... or not even then: readings `captionsUrl`, `thumbnailUrl`',
	},
	needs: { scopes: [['w_member_social', 'w_organization_social']] },
	isPublic: false,
	uses: [startedVideo],
	calls: 0,
	async ask(live) {
		const { answer } = await startedVideo(live);
		return isGiven(answer, 'value', 'captionsUploadUrl') ? 'given' : 'omitted';
	},
	readings: { given: { captionsUrl: 'given' }, omitted: { captionsUrl: 'omitted' } },
};
