import { fromLittleText } from './littleText';
import { isPostUrn, postUrl } from './urns';

/** A post as LinkedIn describes it: its own fields, all of them. */
export type Post = Readonly<Record<string, unknown>>;

/**
 * LinkedIn's fields, and what people ask for first: `urn`, the `url` where the post is seen and the
 * `text` as it was typed, which can be given to a new post. LinkedIn's `commentary` cannot: it is
 * little text, and its backslashes would be seen.
 *
 * @param asked the URN that the post was asked for by
 */
export function describePost(post: Post, asked: string): Post {
	const { id, commentary } = post;
	const urn = typeof id === 'string' && isPostUrn(id) ? id : asked;
	const told = {
		urn,
		url: postUrl(urn),
		...(typeof commentary === 'string' ? { text: fromLittleText(commentary) } : {}),
	};
	// First in the item, and not LinkedIn's to overwrite: it may add fields at any time.
	return { ...told, ...post, ...told };
}
