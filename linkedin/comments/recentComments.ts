import type { LinkedInClient } from '../api/client';
import { isRefusedWith } from '../api/error';
import { findPosts } from '../posts/find';
import { postNumber } from '../posts/urns';
import { isByPage, type Comment } from './comment';
import { findComments, MAX_COMMENTS_PAGE } from './find';

/** Posts whose comments are read, the newest: each takes a call. */
const POSTS_READ = 10;

/** Comments that are read of one post: their order is not documented, so the newest may be anywhere. */
const MOST_OF_A_POST = 1000;

interface Recent {
	readonly comments: readonly Comment[];
	/** The number of the post to begin with next time, where there was no time for all. */
	readonly nextPost?: string;
}

/**
 * The comments on the newest posts of a page, without replies and without the page's own: for those whose
 * connection LinkedIn's notifications are refused to. A post that can't be read is left out.
 *
 * @param goOn whether there is time for another post
 * @param from the number of the post to begin with; by default the newest
 * @throws LinkedInError where none can be read
 */
export async function recentComments(
	client: LinkedInClient,
	page: string,
	{ goOn, from }: { readonly goOn: () => boolean; readonly from: string | undefined },
): Promise<Recent> {
	const comments: Comment[] = [];
	const posts = beginningWith(await newestPosts(client, page), from);
	let refusal: unknown;
	let refused = 0;
	for (const post of posts) {
		// One at least: each poll gets further.
		if (post !== posts[0] && !goOn()) return { comments, nextPost: postNumber(post) };
		try {
			comments.push(...(await commentsOn(client, post)).filter((each) => !isByPage(each, page)));
		} catch (error) {
			// It was deleted meanwhile, or is one that nobody may read.
			if (!isRefusedWith(error, 403, 404)) throw error;
			refusal = error;
			refused += 1;
		}
	}
	if (refusal instanceof Error && refused === posts.length) throw refusal;
	return { comments };
}

async function commentsOn(client: LinkedInClient, post: string): Promise<readonly Comment[]> {
	const comments: Comment[] = [];
	for await (const found of findComments(client, { post }, { pageSize: MAX_COMMENTS_PAGE })) {
		comments.push(...found);
		if (comments.length >= MOST_OF_A_POST) break;
	}
	return comments;
}

async function newestPosts(client: LinkedInClient, page: string): Promise<readonly string[]> {
	const query = { author: page, sortBy: 'CREATED', view: 'READER', pageSize: POSTS_READ } as const;
	for await (const posts of findPosts(client, query)) {
		const published = posts.filter(({ lifecycleState }) => lifecycleState === 'PUBLISHED');
		return published.map(({ urn }) => String(urn));
	}
	return [];
}

function beginningWith(posts: readonly string[], number: string | undefined): readonly string[] {
	const first = posts.findIndex((post) => postNumber(post) === number);
	return first < 0 ? posts : [...posts.slice(first), ...posts.slice(0, first)];
}
