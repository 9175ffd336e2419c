import { either, type Notation } from '../api/notation';
import { COMMENT, parseComment, type CommentUrn } from '../comments/commentUrn';
import { COMMENTED_POST, parseCommentedPost } from '../posts/postInput';

/** What people react to: a post by any of its names ("Reactions" page, `root`), or a comment. */
export const REACTION_TARGET: Notation<string | CommentUrn> = either<string | CommentUrn>([
	// A link to a comment contains the post too.
	COMMENT,
	COMMENTED_POST,
]);

/**
 * Reads what is to be reacted to.
 *
 * @param what the field's name, as the form shows it
 * @returns the URN
 * @throws Problem showing the value and what is expected
 */
export function parseReactionTarget(value: unknown, what: string): string {
	const target = typeof value === 'string' ? REACTION_TARGET.read(value) : undefined;
	if (target !== undefined) return typeof target === 'string' ? target : target.text;
	if (typeof value === 'string' && value.trim().startsWith('urn:li:comment:')) {
		return parseComment(value, what).text;
	}
	return parseCommentedPost(value, what);
}
