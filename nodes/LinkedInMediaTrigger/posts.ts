import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { LinkedInClient } from '../../linkedin/api/client';
import { recordOf } from '../../linkedin/api/parse';
import { Pages } from '../../linkedin/people/pages';
import { findPosts } from '../../linkedin/posts/find';
import type { Post } from '../../linkedin/posts/post';
import { readPostsMemory, type PostsMemory } from '../../linkedin/posts/postsMemory';
import { simplePost } from '../../linkedin/posts/simplePost';
import { pollPosts } from '../../linkedin/posts/watchPosts';
import { Problem } from '../../linkedin/problem';
import type { ChosenPage } from '../fields/page';
import type { Form } from '../form/form';
import { toData } from '../run/data';
import { page, simplifyEvents } from './fields';
import type { Source } from './source';

/** Where n8n keeps what the trigger remembers of a page's posts. */
const STATE = 'posts';

interface PostsState {
	/** Rises with each poll that ends, so that of two polls at the same time only one counts. */
	readonly polls: number;
	/** The page's URN, once it is known. */
	readonly urn: string | undefined;
	readonly memory: PostsMemory | undefined;
}

/** What a page publishes, by whatever tool. */
export function postsSource(form: Form): Source {
	const of = form.read(page);
	const simplify = form.read(simplifyEvents);
	const toItem = (post: Post): INodeExecutionData => ({
		json: { event: 'posted', ...toData(simplify ? simplePost(post) : post) },
	});
	return {
		poll: async (client, data, deadline) => {
			const { polls, urn = await urnOf(client, of), memory } = stateOf(data, of);
			const polled = await pollPosts(client, { page: urn, deadline }, memory);
			if (JSON.stringify(polled.memory) === JSON.stringify(memory)) return [];
			if (stateOf(data, of).polls !== polls) return [];
			// One assignment: n8n sees that something changed, and never half of it.
			data[STATE] = { of: nameOf(of), urn, polls: polls + 1, memory: { ...polled.memory } };
			return polled.posts.map(toItem);
		},
		sample: async (client) => {
			const author = await urnOf(client, of);
			const query = { author, sortBy: 'CREATED', view: 'READER', pageSize: 1 } as const;
			for await (const [post] of findPosts(client, query)) {
				if (post) return toItem(post);
			}
			throw new Problem(`The page ${author} has no posts, so there is no test event`, {
				description: 'Publish a post first, or publish the workflow.',
			});
		},
	};
}

/** Nothing is remembered where n8n kept nothing, or kept it of another page. */
function stateOf(data: IDataObject, of: ChosenPage): PostsState {
	const { of: known, urn, polls, memory } = recordOf(data[STATE]);
	if (known !== nameOf(of)) return { polls: 0, urn: undefined, memory: undefined };
	return {
		polls: typeof polls === 'number' ? polls : 0,
		urn: typeof urn === 'string' ? urn : undefined,
		memory: readPostsMemory(memory),
	};
}

function nameOf({ input }: ChosenPage): string {
	return 'urn' in input ? input.urn : input.vanityName;
}

/** A page's name is looked up at the first poll alone: its URN never changes. */
async function urnOf(client: LinkedInClient, { input, what }: ChosenPage): Promise<string> {
	return new Pages().urnOf(client, input, what);
}
