import { isDone, statusAndCode } from '../look';
import { createPost, postOf } from '../made/posts';
import { startedVideo } from '../made/videos';
import type { Question } from '../question';

export const notUploaded: Question = {
	id: 'notUploaded',
	asks: 'How is a post refused whose video was not uploaded?',
	rule: {
		section: 'Posts',
		behavior:
			'a video that was not uploaded: 400 `MEDIA_ASSET_WAITING_UPLOAD`; one that failed: `MEDIA_ASSET_PROCESSING_FAILED`',
	},
	needs: { scopes: [['w_member_social', 'w_organization_social']] },
	isPublic: true,
	uses: [startedVideo],
	calls: 1,
	async ask(live) {
		const { urn } = await startedVideo(live);
		const body = await postOf(live, 'Not uploaded', { content: { media: { id: urn } } });
		const answer = await createPost(live, body);
		return isDone(answer) ? 'accepted' : statusAndCode(answer);
	},
	readings: {
		'400 MEDIA_ASSET_WAITING_UPLOAD': { postBeforeReady: 'videosRefused' },
		accepted: { postBeforeReady: 'accepted' },
	},
};
