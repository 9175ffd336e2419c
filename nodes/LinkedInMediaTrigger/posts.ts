import { findPosts } from '../../linkedin/posts/find';
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
	return pageSource({
		state: 'posts',
		page: form.read(page),
		readMemory: readPostsMemory,
		poll: pollPosts,
		newest: async (client, author) => {
			const query = { author, sortBy: 'CREATED', view: 'READER', pageSize: 1 } as const;
			for await (const [post] of findPosts(client, query)) return post;
			return undefined;
		},
		tell: (post) => ({ event: 'posted', ...(simplify ? simplePost(post) : post) }),
		none: { why: 'has no posts', advice: 'Publish a post first, or publish the workflow.' },
	});
}
