import type { LinkedInClient } from '../api/client';
import { recordOf } from '../api/parse';
import { findPosts } from '../posts/find';
import type { Comment } from './comment';
import { findComments, MAX_COMMENTS_PAGE } from './find';

/** Posts whose comments are read, the newest: each takes a call. */
const POSTS_READ = 10;

/** Comments that are read of one post: their order is not documented, so the newest may be anywhere. */
const MOST_OF_A_POST = 1000;

/**
 * The comments on the newest posts of a page, without replies and without the page's own: for those whose
 * connection LinkedIn's notifications are refused to.
 *
 * @param goOn whether there is time for another post
 * @throws LinkedInError
 */
export async function recentComments(
	client: LinkedInClient,
	page: string,
	goOn: () => boolean,
): Promise<{ readonly comments: readonly Comment[]; readonly whole: boolean }> {
	const comments: Comment[] = [];
	for (const post of await newestPosts(client, page)) {
		if (!goOn()) return { comments, whole: false };
		let read = 0;
		for await (const found of findComments(client, { post }, { pageSize: MAX_COMMENTS_PAGE })) {
			comments.push(...found.filter(({ actor }) => actor !== page));
			read += found.length;
			if (read >= MOST_OF_A_POST) break;
		}
	}
	return { comments, whole: true };
}

async function newestPosts(client: LinkedInClient, page: string): Promise<readonly string[]> {
	const query = { author: page, sortBy: 'CREATED', view: 'READER', pageSize: POSTS_READ } as const;
	for await (const posts of findPosts(client, query)) {
		return posts.slice(0, POSTS_READ).map(({ urn }) => String(urn));
	}
	return [];
}

/** When a comment was written, in epoch milliseconds; 0 where LinkedIn doesn't say. */
export function writtenAt({ created }: Comment): number {
	const { time } = recordOf(created);
	return typeof time === 'number' ? time : 0;
}
