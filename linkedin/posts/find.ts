import type { LinkedInClient } from '../api/client';
import { type ListPage, walkPages } from '../api/pages';
import { mostElements, nextStart } from '../api/paging';
import { buildQuery } from '../api/restli';
import type { ViewContext } from './get';
import { describePost, type Post } from './post';
import { isPostUrn, POSTS_PATH } from './urns';

/** LinkedIn's highest `count` (Posts API page, "Find Posts by Author"). */
export const MAX_POSTS_PAGE = 100;

/** Whose posts, and in which order. */
interface AuthorsPosts {
	/** `urn:li:person:…` or `urn:li:organization:…` */
	readonly author: string;
	readonly sortBy: 'LAST_MODIFIED' | 'CREATED';
	readonly view: ViewContext;
	/** Posts asked for in one request, up to {@link MAX_POSTS_PAGE}. A function sees how many came. */
	readonly pageSize: number | ((posts: number) => number);
	readonly signal?: AbortSignal;
}

/**
 * The finder `q=author`: the posts of a page or a member, newest first, page by page; each post once.
 * A member's posts need a permission that LinkedIn grants to selected partners only.
 *
 * @throws LinkedInError; CancelledError
 */
export function findPosts(
	client: LinkedInClient,
	query: AuthorsPosts,
): AsyncGenerator<readonly Post[], void, undefined> {
	const { author, pageSize, signal } = query;
	return walkPages({
		page: (start, count) => ask(client, query, start, count),
		pageSize,
		keyOf: ({ urn }) => String(urn),
		doing: `find the posts of ${author}`,
		noun: 'posts',
		less: 'Set "Limit"',
		signal,
	});
}

function ask(
	client: LinkedInClient,
	{ author, sortBy, view }: AuthorsPosts,
	start: number,
	count: number,
): Promise<ListPage<Post>> {
	return client.call(
		{
			method: 'GET',
			restliMethod: 'finder',
			path: `${POSTS_PATH}${buildQuery([
				['q', 'author'],
				['author', author],
				['start', String(start)],
				['count', String(count)],
				['sortBy', sortBy],
				['viewContext', view === 'READER' ? undefined : view],
			])}`,
			purpose: { doing: `find the posts of ${author}`, right: 'readPost', owner: author },
		},
		(answer) => {
			const elements = answer.list('elements', mostElements(count));
			const entries = elements.flatMap((element) => {
				const id = element.optionalString('id') ?? '';
				// Without its URN a post can be neither told from others nor used.
				return isPostUrn(id) ? [describePost(element.all(), id)] : [];
			});
			return { entries, next: nextStart(answer, start, elements.length) };
		},
	);
}
