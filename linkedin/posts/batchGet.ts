import { batchGetEntries } from '../api/batchGet';
import type { LinkedInClient } from '../api/client';
import type { MissingEntry } from '../api/entryBatch';
import { buildQuery } from '../api/restli';
import { plural } from '../files/format';
import { getPost, type ViewContext } from './get';
import { describePost, type Post } from './post';
import { POSTS_PATH } from './urns';

/** The answer for one URN. */
type PostLookup = { readonly urn: string; readonly post: Post } | MissingEntry;

interface PostsQuery {
	readonly urns: readonly string[];
	readonly view: ViewContext;
	readonly signal?: AbortSignal;
}

/**
 * `GET /rest/posts?ids=List(...)`, many at a time; by POST, as the images' page writes it, or one by one
 * if LinkedIn refuses that.
 *
 * @returns one answer per URN, in the order of the request; a duplicate URN is requested once
 * @throws LinkedInError if LinkedIn refuses all of it; CancelledError
 */
export function batchGetPosts(
	client: LinkedInClient,
	{ urns, view, signal }: PostsQuery,
): Promise<readonly PostLookup[]> {
	return batchGetEntries(client, {
		urns,
		signal,
		alsoByPost: true,
		path: (ids) =>
			`${POSTS_PATH}${buildQuery([
				['ids', ids],
				['viewContext', view === 'READER' ? undefined : view],
			])}`,
		purpose: (count) => ({
			doing: `read ${count} ${plural('post', count)}`,
			right: 'readPost',
		}),
		found: (urn, post) => ({ urn, post: describePost(post, urn) }),
		single: async (urn) => ({ urn, post: await getPost(client, urn, view) }),
		// 400 and 404 concern the ID; only a refusal can concern all posts.
		isOfEntry: ({ status }) => status !== 403,
	});
}
