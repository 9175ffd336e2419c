import { isDone } from '../look';
import { createPost, postOf, postUrn } from '../made/posts';
import type { Question } from '../question';

export const reshareDisabled: Question = {
	id: 'reshareDisabled',
	asks: 'How is a reshare refused of a post that its author doesn’t let reshare?',
	rule: {
		section: 'Posts',
		behavior: '... with 403, 400 or 422: reading `reshareDisabled`; and to the author too',
	},
	needs: { scopes: [['w_member_social', 'w_organization_social']] },
	isPublic: true,
	calls: 2,
	async ask(live) {
		const parent = await postOf(live, 'Not for resharing', { isReshareDisabledByAuthor: true });
		const created = await live.need('the post', createPost(live, parent));
		const reshareContext = { parent: postUrn(created) };
		const answer = await createPost(live, await postOf(live, 'Reshare', { reshareContext }));
		return isDone(answer) ? 'accepted' : `${answer.status}`;
	},
	readings: {
		'403': { reshareDisabled: '403' },
		'400': { reshareDisabled: '400' },
		'422': { reshareDisabled: '422' },
	},
};
