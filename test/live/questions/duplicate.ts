import { isGiven, isDone } from '../look';
import { createPost, textPost } from '../made/posts';
import type { Question } from '../question';

export const duplicate: Question = {
	id: 'duplicate',
	asks: 'How is the same post refused a second time?',
	rule: {
		section: 'Posts',
		behavior:
			'... or with the message "Content is a duplicate of <URN>" alone: reading `duplicate`',
	},
	needs: { scopes: [['w_member_social', 'w_organization_social']] },
	isPublic: true,
	uses: [textPost],
	calls: 1,
	async ask(live) {
		const { body } = await textPost(live);
		const answer = await createPost(live, body);
		if (isDone(answer)) return 'accepted';
		const code = isGiven(answer.json, 'errorDetails', 'inputErrors', '0', 'code');
		return `${answer.status} ${code ? 'with a code in its details' : 'without details'}`;
	},
	readings: {
		'422 with a code in its details': { duplicate: 'withCode' },
		'422 without details': { duplicate: 'messageOnly' },
	},
};
