import { isGiven } from '../look';
import { readTextPost, textPost } from '../made/posts';
import type { Question } from '../question';

export const textPostContent: Question = {
	id: 'textPostContent',
	asks: 'Does a post of text have a content?',
	rule: {
		section: 'Posts',
		behavior: '... `content` is `{}` for a post of text, or absent: reading `textPostContent`',
	},
	needs: {
		scopes: [
			['w_member_social', 'w_organization_social'],
			['r_organization_social', 'r_member_social'],
		],
	},
	isPublic: true,
	uses: [textPost, readTextPost],
	calls: 0,
	async ask(live) {
		const { json } = await readTextPost(live);
		return isGiven(json, 'content') ? 'given' : 'omitted';
	},
	readings: {
		given: { textPostContent: 'empty' },
		omitted: { textPostContent: 'omitted' },
	},
};
