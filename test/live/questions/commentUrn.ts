import { isGiven } from '../look';
import { firstComment } from '../made/comments';
import { textPost } from '../made/posts';
import type { Question } from '../question';

export const commentUrn: Question = {
	id: 'commentUrn',
	asks: 'By which field does a comment name itself?',
	rule: {
		section: 'Comments',
		behavior:
			'the answer: `commentUrn`, `$URN`, or neither: reading `commentUrnField`; `agent` and `impersonator` for a page',
	},
	needs: {
		scopes: [
			['w_member_social', 'w_organization_social'],
			['w_member_social_feed', 'w_organization_social_feed'],
		],
	},
	isPublic: true,
	uses: [textPost, firstComment],
	calls: 0,
	async ask(live) {
		const { json } = await live.need('a comment', firstComment(live));
		const named = ['commentUrn', '$URN'].filter((name) => isGiven(json, name));
		return named.join(' and ') || 'neither';
	},
	readings: {
		commentUrn: { commentUrnField: 'commentUrn' },
		$URN: { commentUrnField: '$URN' },
		neither: { commentUrnField: 'omitted' },
	},
};
