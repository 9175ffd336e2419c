import { COMMENT, commentOf } from '../comments/commentUrn';
import { actualThread } from '../posts/actualThread';

/**
 * Does something to a post or a comment, and once more under the name that LinkedIn says it has: a post
 * has several, and nothing tells which one a resource takes. Of a comment LinkedIn names the post below
 * which it stands: it stays the comment.
 *
 * @param act refused, it changed nothing
 * @throws what `act` throws
 */
export async function underItsName<Result>(
	urn: string,
	act: (urn: string) => Promise<Result>,
): Promise<Result> {
	try {
		return await act(urn);
	} catch (error) {
		const thread = actualThread(error);
		if (thread === undefined) throw error;
		const comment = COMMENT.read(urn);
		const actual = comment === undefined ? thread : commentOf(thread, comment.id).text;
		if (actual === urn) throw error;
		return act(actual);
	}
}

/** The most calls that are made again because of what LinkedIn says of the name. */
export const MOST_RENAMED = 1;
