import type { LinkedInClient } from '../../api/client';
import { isRefusedWith } from '../../api/error';
import { isAllowed } from '../../api/permissions';
import { Problem } from '../../problem';
import { findPosts, MAX_POSTS_PAGE } from '../find';
import { simplePost } from '../simplePost';

/**
 * The posts that show these videos: LinkedIn's statistics know posts, not videos. They are looked for in
 * the newest posts of the page, in one call, where the token may read them.
 *
 * @param whose the author's URN, which may take a call; undefined where the posts are anybody's
 * @param urns posts stay as they are
 * @throws Problem for a video whose post is not found; it says which URN is needed
 * @throws LinkedInError unless LinkedIn refuses to list the posts
 */
export async function postsOfVideos(
	client: LinkedInClient,
	whose: (() => Promise<string>) | undefined,
	urns: readonly string[],
): Promise<readonly string[]> {
	if (!urns.some(isVideo)) return urns;
	const author = await whose?.();
	const posts = author === undefined ? undefined : await newestPosts(client, author);
	return urns.map((urn) => {
		if (!isVideo(urn)) return urn;
		const post = posts?.get(urn);
		if (post !== undefined) return post;
		const where = posts
			? `, and none of the newest ${MAX_POSTS_PAGE} posts of ${String(author)} shows it`
			: author !== undefined && ', and this connection can’t look for it';
		throw new Problem(
			`URNs contains the video ${urn}, but LinkedIn counts views by post${where || ''}`,
			{
				description:
					'Enter the URN of the post that shows the video (urn:li:ugcPost:…), as Post: Create returned it.',
			},
		);
	});
}

function isVideo(urn: string): boolean {
	return urn.startsWith('urn:li:video:');
}

/** By the media that each shows, the newest post first; undefined where they can't be listed. */
async function newestPosts(
	client: LinkedInClient,
	author: string,
): Promise<ReadonlyMap<string, string> | undefined> {
	const { grantedScopes } = client.options.token;
	if (grantedScopes && !isAllowed({ right: 'readPost', owner: author }, grantedScopes))
		return undefined;
	const query = { author, sortBy: 'CREATED', view: 'READER', pageSize: MAX_POSTS_PAGE } as const;
	try {
		const byMedia = new Map<string, string>();
		for await (const page of findPosts(client, query)) {
			for (const post of page.map(simplePost)) {
				const media: readonly unknown[] = Array.isArray(post.media) ? post.media : [];
				for (const urn of media) {
					if (!byMedia.has(String(urn))) byMedia.set(String(urn), String(post.urn));
				}
			}
			break;
		}
		return byMedia;
	} catch (error) {
		if (isRefusedWith(error, 403)) return undefined;
		throw error;
	}
}
