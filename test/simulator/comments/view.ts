import type { Comment } from './comment';

export interface CommentView {
	readonly urn: string;
	/** URN of the post. */
	readonly post: string;
	readonly parent: string | undefined;
	readonly actor: string;
	/** What a member reads. */
	readonly text: string;
	readonly mentions: readonly { readonly urn: string; readonly shown: string }[];
	readonly image: string | undefined;
	readonly deleted: boolean;
	/** Whether it came below `/v2`. */
	readonly isUnversioned: boolean;
	readonly createdAt: number;
}

export function viewComment(comment: Comment): CommentView {
	const { urn, post, parent, actor, text, mentions, image, isUnversioned } = comment;
	return {
		urn,
		post,
		parent,
		actor,
		text,
		mentions: mentions.map(({ urn: mentioned, shown }) => ({ urn: mentioned, shown })),
		image,
		deleted: comment.deletedAt !== undefined,
		isUnversioned,
		createdAt: comment.created.at,
	};
}
