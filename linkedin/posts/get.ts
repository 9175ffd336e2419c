import { assertAsked } from '../api/anotherEntry';
import type { LinkedInClient } from '../api/client';
import { buildQuery, encodeValue } from '../api/restli';
import { describePost, type Post } from './post';
import { POSTS_PATH } from './urns';

/**
 * Who views the post: a reader sees no drafts, and the published version of a post that is being
 * edited (Posts API page, `viewContext`).
 */
export type ViewContext = 'READER' | 'AUTHOR';

/**
 * `GET /rest/posts/{URN}`.
 *
 * @param doing what it is read for, by which errors call it
 * @throws LinkedInError
 */
export function getPost(
	client: LinkedInClient,
	urn: string,
	view: ViewContext,
	doing = `read the post ${urn}`,
): Promise<Post> {
	return client.call(
		{
			method: 'GET',
			restliMethod: 'get',
			path: `${POSTS_PATH}/${encodeValue(urn)}${viewQuery(view)}`,
			purpose: { doing, right: 'readPost' },
		},
		(answer) => {
			const post = answer.all();
			assertAsked(urn, post.id);
			return describePost(post, urn);
		},
	);
}

/** READER is LinkedIn's own default. */
function viewQuery(view: ViewContext): string {
	return buildQuery([['viewContext', view === 'READER' ? undefined : view]]);
}
