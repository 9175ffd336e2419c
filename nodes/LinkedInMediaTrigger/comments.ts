import { simpleComment } from '../../linkedin/comments/comment';
import { readCommentsMemory } from '../../linkedin/comments/commentsMemory';
import { newestComment, pollComments } from '../../linkedin/comments/watchComments';
import type { Form } from '../form/form';
import { page, simplifyEvents } from './fields';
import { pageSource } from './pageSource';
import type { Source } from './source';

/** What others write below a page's posts. */
export function commentsSource(form: Form): Source {
	const simplify = form.read(simplifyEvents);
	return pageSource({
		state: 'comments',
		page: form.read(page),
		readMemory: readCommentsMemory,
		poll: pollComments,
		newest: (client, of) => newestComment(client, { page: of, deadline: Infinity }),
		tell: (comment) => ({
			event: 'commented',
			...(simplify ? simpleComment(comment) : comment),
		}),
		none: {
			why: 'has no comments by others on its posts',
			advice: 'Comment on one of them as a member, or publish the workflow.',
		},
	});
}
