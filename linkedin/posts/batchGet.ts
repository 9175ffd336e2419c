import { batchGetEntries } from '../api/batchGet';
import type { LinkedInClient } from '../api/client';
import type { EntryBatch, MissingEntry } from '../api/entryBatch';
import { buildQuery } from '../api/restli';
import { plural } from '../files/format';
import { getPost, type ViewContext } from './get';
import { describePost, type Post } from './post';
import { POSTS_PATH } from './urns';

/** A post that was found. */
interface FoundPost {
	readonly urn: string;
	readonly post: Post;
}

/** The answer for one URN. */
type PostLookup = FoundPost | MissingEntry;

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
	query: PostsQuery,
): Promise<readonly PostLookup[]> {
	return batchGetEntries(client, postBatch(client, query));
}

/** How posts are read many at a time. */
export function postBatch(
	client: LinkedInClient,
	{ urns, view, signal }: PostsQuery,
): EntryBatch<FoundPost> {
	return {
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
	};
}
