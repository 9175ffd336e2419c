import { textPost } from '../made/posts';
import type { Question } from '../question';

export const postIdHeader: Question = {
	id: 'postIdHeader',
	asks: 'In which header is the URN of a new post?',
	rule: {
		section: 'Posts',
		behavior:
			'create: 201, no body, the URN in `x-restli-id`, `x-linkedin-id` or both: reading `postIdHeader`',
	},
	needs: { scopes: [['w_member_social', 'w_organization_social']] },
	isPublic: true,
	uses: [textPost],
	calls: 0,
	async ask(live) {
		const { headers } = (await textPost(live)).created;
		return ['x-restli-id', 'x-linkedin-id']
			.filter((name) => headers[name] !== undefined)
			.join(', ');
	},
	readings: {
		'x-restli-id, x-linkedin-id': { postIdHeader: 'both' },
		'x-restli-id': { postIdHeader: 'restliId' },
		'x-linkedin-id': { postIdHeader: 'linkedinId' },
	},
};
