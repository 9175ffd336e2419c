import { isDone, textAt } from '../look';
import { commentOn, firstComment } from '../made/comments';
import { textPost } from '../made/posts';
import type { Question } from '../question';
import { Unasked } from '../stops';

/** Of the refusal of a post by another of its URNs. */
const OTHER = /not the same as the actual threadUrn/;

export const commentThread: Question = {
	id: 'commentThread',
	asks: 'By which of a post’s URNs does LinkedIn take its comments?',
	rule: {
		section: 'Comments',
		behavior: 'by a share, a ugcPost or an activity, or one of them alone: reading `threadUrn`',
	},
	needs: {
		scopes: [
			['w_member_social', 'w_organization_social'],
			['w_member_social_feed', 'w_organization_social_feed'],
		],
	},
	isPublic: true,
	uses: [textPost, firstComment],
	calls: 1,
	async ask(live) {
		const byPost = await firstComment(live);
		if (!isDone(byPost)) {
			if (OTHER.test(textAt(byPost.json, 'message'))) return 'by its activity alone';
			return `refused with ${byPost.status}`;
		}
		const activity = textAt(byPost.json, 'object');
		if (!activity.startsWith('urn:li:activity:')) throw new Unasked('it names no activity');
		const byActivity = await commentOn(live, activity, 'by the URN of its activity');
		return isDone(byActivity) ? 'by both' : 'by the URN of the post alone';
	},
	readings: {
		'by both': { threadUrn: 'any' },
		'by the URN of the post alone': { threadUrn: 'post' },
		'by its activity alone': { threadUrn: 'activity' },
	},
};
