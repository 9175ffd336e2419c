import { textAt } from '../look';
import { readTextPost, textPost } from '../made/posts';
import type { Question } from '../question';

export const hashtag: Question = {
	id: 'hashtag',
	asks: 'How does a get return #word?',
	rule: {
		section: 'Little text',
		behavior: 'hashtags are returned as templates, `{hashtag\\|\\#\\|word}`',
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
		return /\S*contractlive\S*$/.exec(textAt(json, 'commentary'))?.[0] ?? 'nothing';
	},
	readings: { '{hashtag|\\#|contractlive}': {} },
};
