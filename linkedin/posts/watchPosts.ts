import type { LinkedInClient } from '../api/client';
import { findPosts, MAX_POSTS_PAGE } from './find';
import type { Post } from './post';
import type { PostsMemory } from './postsMemory';
import { beginAt, latest, MAX_SEEN, newsIn, OVERLAP_MS, withSeen } from './seen';
import { postNumber } from './urns';

/** Whose posts are watched, and for how long one poll may read. */
interface PostsWatch {
	/** `urn:li:organization:…` */
	readonly page: string;
	/** Epoch milliseconds. */
	readonly deadline: number;
}

/** What was published since the last poll, oldest first, and the memory to keep for the next one. */
interface PostsPoll {
	readonly news: readonly Post[];
	readonly memory: PostsMemory;
}

/** Most polls find nothing new: they read no more than this. */
const FIRST_PAGE = 20;

/** Posts that are read at most in a poll: as many as are remembered. */
const MAX_READ = MAX_SEEN;

/**
 * One poll of a page's posts, by the finder, last changed first: publishing changes a post, so one that
 * was drafted or planned long before stands at the top too. It can be repeated with the same memory: no
 * post comes twice unless the memory was not kept, and what one poll did not reach, the next one finds.
 *
 * @param memory of the last poll; without one the posts that are there are remembered, and are no news
 * @throws LinkedInError
 */
export async function pollPosts(
	client: LinkedInClient,
	{ page, deadline }: PostsWatch,
	memory: PostsMemory | undefined,
): Promise<PostsPoll> {
	const since = memory === undefined ? Infinity : memory.modified - OVERLAP_MS;
	const read: Post[] = [];
	let whole = true;
	const pages = findPosts(client, {
		author: page,
		sortBy: 'LAST_MODIFIED',
		view: 'READER',
		pageSize: (posts) => (posts === 0 ? FIRST_PAGE : MAX_POSTS_PAGE),
	});
	for await (const posts of pages) {
		read.push(...posts);
		if (posts.some((post) => modifiedAt(post) < since) || read.length >= MAX_READ) break;
		if (client.options.now() >= deadline) {
			whole = false;
			break;
		}
	}
	const published = read.filter(isPublished);
	const changed = latest(published.map(modifiedAt), memory?.modified ?? 0);
	if (memory === undefined) {
		return { news: [], memory: { modified: changed, ...beginAt(published, 0, DATED) } };
	}
	return {
		news: newsIn(published, memory, DATED),
		memory: {
			// What was not reached is still to be found below the old mark.
			modified: whole ? changed : memory.modified,
			...withSeen(published, memory, DATED),
		},
	};
}

function isPublished({ lifecycleState }: Post): boolean {
	return lifecycleState === 'PUBLISHED';
}

function publishedAt({ publishedAt: published, createdAt }: Post): number {
	if (typeof published === 'number') return published;
	return typeof createdAt === 'number' ? createdAt : 0;
}

function modifiedAt(post: Post): number {
	const { lastModifiedAt } = post;
	return Math.max(typeof lastModifiedAt === 'number' ? lastModifiedAt : 0, publishedAt(post));
}

const DATED = { keyOf: ({ urn }: Post) => postNumber(String(urn)), timeOf: publishedAt };
