import type { LinkedInClient } from '../../api/client';
import { findPosts, MAX_POSTS_PAGE } from '../find';
import type { Post } from '../post';
import { addDays, startOf, type Day } from './day';

interface PostsOfPeriod {
	/** `urn:li:organization:…` */
	readonly page: string;
	readonly from: Day;
	/** The last day, which is included. */
	readonly to: Day;
	readonly signal?: AbortSignal;
}

/**
 * The URNs of what a page published in a period, the newest first. Publishing changes a post, so
 * a draft of long before is among them, and the list ends where posts were last changed before the
 * period.
 *
 * @throws LinkedInError; CancelledError
 */
export async function publishedIn(
	client: LinkedInClient,
	{ page, from, to, signal }: PostsOfPeriod,
): Promise<readonly string[]> {
	const start = startOf(from);
	const end = startOf(addDays(to, 1));
	const found: Array<{ readonly urn: string; readonly published: number }> = [];
	const pages = findPosts(client, {
		author: page,
		sortBy: 'LAST_MODIFIED',
		view: 'READER',
		pageSize: MAX_POSTS_PAGE,
		signal,
	});
	for await (const posts of pages) {
		for (const post of posts) {
			const published = timeOf(post, 'publishedAt') ?? timeOf(post, 'createdAt');
			const isIn = published !== undefined && published >= start && published < end;
			if (isIn && post.lifecycleState === 'PUBLISHED') {
				found.push({ urn: String(post.urn), published });
			}
		}
		const oldest = posts.map((post) => timeOf(post, 'lastModifiedAt') ?? Infinity);
		if (oldest.some((time) => time < start)) break;
	}
	return found.sort((one, other) => other.published - one.published).map(({ urn }) => urn);
}

function timeOf(post: Post, name: string): number | undefined {
	const time = post[name];
	return typeof time === 'number' ? time : undefined;
}
