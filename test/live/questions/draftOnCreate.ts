import { isDone, statusAndCode } from '../look';
import { createPost, postOf } from '../made/posts';
import type { Question } from '../question';

export const draftOnCreate: Question = {
	id: 'draftOnCreate',
	asks: 'Can a post be created as a draft?',
	rule: {
		section: 'Posts',
		behavior: '`PUBLISHED` is all that a create may ask for: reading `draftOnCreate`',
	},
	needs: { scopes: [['w_member_social', 'w_organization_social']] },
	// A draft is visible to nobody but its author; what LinkedIn makes of it is the question.
	isPublic: true,
	calls: 1,
	async ask(live) {
		const answer = await createPost(live, await postOf(live, 'Draft', { lifecycleState: 'DRAFT' }));
		return isDone(answer) ? 'accepted' : statusAndCode(answer);
	},
	readings: {
		accepted: { draftOnCreate: 'accepted' },
		'400 INVALID_VALUE_FOR_FIELD': { draftOnCreate: 'refused' },
	},
};
