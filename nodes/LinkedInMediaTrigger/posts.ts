import { findPosts } from '../../linkedin/posts/find';
import type { Post } from '../../linkedin/posts/post';
import { readPostsMemory } from '../../linkedin/posts/postsMemory';
import { simplePost } from '../../linkedin/posts/simplePost';
import { pollPosts } from '../../linkedin/posts/watchPosts';
import type { Form } from '../form/form';
import { page, simplifyEvents } from './fields';
import { pageSource } from './pageSource';
import type { Source } from './source';

/** What a page publishes, by whatever tool. */
export function postsSource(form: Form): Source {
	const simplify = form.read(simplifyEvents);
	const told = (post: Post) => ({ event: 'posted', ...(simplify ? simplePost(post) : post) });
	return pageSource({
		state: 'posts',
		page: form.read(page),
		readMemory: readPostsMemory,
		poll: async (...asked) => {
			const { posts, memory } = await pollPosts(...asked);
			return { news: posts.map(told), memory };
		},
		newest: async (client, author) => {
			const query = { author, sortBy: 'CREATED', view: 'READER', pageSize: 1 } as const;
			for await (const [post] of findPosts(client, query)) {
				if (post) return told(post);
			}
			return undefined;
		},
		none: { why: 'has no posts', advice: 'Publish a post first, or publish the workflow.' },
	});
}
