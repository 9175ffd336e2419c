import { fromLittleText } from './littleText';
import { isPostUrn, postUrl } from './urns';

/** A post as LinkedIn describes it: its own fields, all of them. */
export type Post = Readonly<Record<string, unknown>>;

/**
 * LinkedIn's fields, and what people need first: `urn`, the `url` of the post and the `text` as it
 * was typed, which can be used for a new post. LinkedIn's `commentary` can't: it is little text,
 * and its backslashes would be visible.
 *
 * @param asked the URN with which the post was requested
 */
export function describePost(post: Post, asked: string): Post {
	const { id, commentary } = post;
	const urn = typeof id === 'string' && isPostUrn(id) ? id : asked;
	const told = {
		urn,
		url: postUrl(urn),
		...(typeof commentary === 'string' ? { text: fromLittleText(commentary) } : {}),
	};
	// First in the item, and never overwritten by LinkedIn's fields, to which new ones may be added
	// at any time.
	return { ...told, ...post, ...told };
}
