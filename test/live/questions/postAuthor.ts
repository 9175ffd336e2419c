import { textAt } from '../look';
import { readTextPost, textPost } from '../made/posts';
import type { Question } from '../question';

export const postAuthor: Question = {
	id: 'postAuthor',
	asks: 'How is a page named that is the author of a post?',
	rule: {
		section: 'Posts',
		behavior:
			'get: the fields of the samples; author as organization or company, reading `postAuthor`',
	},
	needs: { scopes: [['w_organization_social'], ['r_organization_social']], page: true },
	isPublic: true,
	uses: [textPost, readTextPost],
	calls: 0,
	async ask(live) {
		const { json } = await readTextPost(live);
		return /^urn:li:(\w+):/.exec(textAt(json, 'author'))?.[1] ?? 'none';
	},
	readings: {
		organization: { postAuthor: 'organization' },
		company: { postAuthor: 'company' },
	},
};
