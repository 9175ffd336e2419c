import type { LinkedInClient } from '../api/client';
import { findPosts, MAX_POSTS_PAGE } from './find';
import type { Post } from './post';
import type { PostsMemory } from './postsMemory';

/** Whose posts are watched, and for how long one poll may read. */
interface PostsWatch {
	/** `urn:li:organization:…` */
	readonly page: string;
	/** Epoch milliseconds. */
	readonly deadline: number;
}

/** What was published since the last poll, oldest first, and the memory to keep for the next one. */
interface PostsPoll {
	readonly posts: readonly Post[];
	readonly memory: PostsMemory;
}

const HOUR_MS = 3_600_000;

/** Lists of LinkedIn's are brought up to date with a delay: what was changed shortly before may be missing. */
const OVERLAP_MS = HOUR_MS;

/** A post that comes into the list later than younger ones is told nevertheless, if not much later. */
const LATE_MS = 7 * 24 * HOUR_MS;

/** Most polls find nothing new: they read no more than this. */
const FIRST_PAGE = 20;

/** Posts that are read at most in a poll, and remembered at most. */
const MAX_READ = 1000;

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
	if (memory === undefined) return { posts: [], memory: begin(published) };
	const posts = published
		.filter((post) => publishedAt(post) > memory.floor && !(numberOf(post) in memory.seen))
		.sort((one, other) => publishedAt(one) - publishedAt(other));
	return { posts, memory: advance(memory, published, whole) };
}

/** What is there when the watching begins, and whatever is older, is no news. */
function begin(posts: readonly Post[]): PostsMemory {
	return {
		modified: latest(posts.map(modifiedAt), 0),
		floor: latest(posts.map(publishedAt), 0),
		seen: {},
	};
}

function advance(memory: PostsMemory, posts: readonly Post[], whole: boolean): PostsMemory {
	const seen = new Map(Object.entries(memory.seen));
	for (const post of posts) {
		if (publishedAt(post) > memory.floor) seen.set(numberOf(post), publishedAt(post));
	}
	const kept = [...seen].sort(([, one], [, other]) => other - one).slice(0, MAX_READ);
	const newest = kept[0]?.[1] ?? memory.floor;
	// Of what falls out of the memory none may count as news again.
	const oldest = kept.length < MAX_READ ? 0 : (kept.at(-1)?.[1] ?? 0);
	const floor = Math.max(memory.floor, newest - LATE_MS, oldest);
	return {
		// What was not reached is still to be found below the old mark.
		modified: whole ? latest(posts.map(modifiedAt), memory.modified) : memory.modified,
		floor,
		seen: Object.fromEntries(kept.filter(([, time]) => time > floor)),
	};
}

function latest(times: readonly number[], least: number): number {
	return times.reduce((one, other) => Math.max(one, other), least);
}

function isPublished({ lifecycleState }: Post): boolean {
	return lifecycleState === 'PUBLISHED';
}

/** The number in the URN. */
function numberOf({ urn }: Post): string {
	return String(urn).replace(/^.*:/, '');
}

function publishedAt({ publishedAt: published, createdAt }: Post): number {
	if (typeof published === 'number') return published;
	return typeof createdAt === 'number' ? createdAt : 0;
}

function modifiedAt(post: Post): number {
	const { lastModifiedAt } = post;
	return Math.max(typeof lastModifiedAt === 'number' ? lastModifiedAt : 0, publishedAt(post));
}
