import type { Commented } from '../../../../linkedin/comments/thread';
import type { FieldGroup } from '../../../form/field';
import { choice } from '../../../form/fields';
import { parentComment, post } from './fields';

const commentOn = choice({
	displayName: 'Comment On',
	name: 'commentOn',
	options: [
		{ name: 'Comment', value: 'comment', description: 'Reply to a comment' },
		{ name: 'Post', value: 'post', description: 'Comment on a post' },
	],
	default: 'post',
	description: 'What to comment on',
});

const listOf = commentOn.with({
	displayName: 'Comments Of',
	description: 'What to list: the comments of a post, or the replies to a comment',
	options: [
		{ name: 'Comment', value: 'comment', description: 'The replies to a comment' },
		{ name: 'Post', value: 'post', description: 'The comments of a post, without their replies' },
	],
});

const onPost = post.when({ commentOn: ['post'] });

/** A post, or a comment: an expression that returns nothing doesn't make one the other. */
function oneOf(kind: typeof commentOn, onComment: typeof parentComment): FieldGroup<Commented> {
	const comment = onComment.when({ commentOn: ['comment'] });
	return {
		fields: [kind, onPost, comment],
		read: (values) => {
			if (kind.read(values) === 'post') return { post: onPost.read(values) };
			const parent = comment.read(values);
			return { post: parent.thread, parent };
		},
	};
}

/** What is commented on. */
export const target = oneOf(commentOn, parentComment);

/** Whose comments are listed: those of a post, or the replies to a comment. */
export const listed = oneOf(
	listOf,
	parentComment.with({
		displayName: 'Comment',
		description:
			'The comment whose replies to list: its URN, or the URL from "Copy link to comment"',
	}),
);
