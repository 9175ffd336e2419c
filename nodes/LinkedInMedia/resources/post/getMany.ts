import { findPosts, MAX_POSTS_PAGE } from '../../../../linkedin/posts/find';
import { itemOptions } from '../../../fields/itemOptions';
import { most, simplify } from '../../../fields/results';
import { choice } from '../../../form/fields';
import type { ItemOperation } from '../../../run/operation';
import type { OutputItem } from '../../../run/output';
import { author } from './author';
import { toPostItem } from './output';
import { includeDrafts } from './urn';

const sortBy = choice({
	displayName: 'Sort By',
	name: 'sortBy',
	options: [
		{ name: 'Created', value: 'CREATED', description: 'Newest first' },
		{ name: 'Last Modified', value: 'LAST_MODIFIED', description: 'Last changed first' },
	],
	default: 'CREATED',
	description: 'In which order LinkedIn lists the posts',
});

const options = itemOptions(includeDrafts);

const authorOfPosts = author.with({
	description:
		'The company page whose posts to list. A member’s posts need "r_member_social", which LinkedIn grants to selected partners only.',
});

/** The posts of an author, newest first. */
export const getMany: ItemOperation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many posts of a page',
	description: 'List the posts of a company page, newest first',
	fields: [authorOfPosts, ...most.fields, sortBy, simplify, options],
	async execute(item) {
		const from = item.read(authorOfPosts);
		const limit = item.read(most);
		const order = item.read(sortBy);
		const isSimple = item.read(simplify);
		const { includeDrafts: view } = item.read(options);
		const output: OutputItem[] = [];
		const pages = findPosts(item.client, {
			author: await item.urnOf(from),
			sortBy: order,
			view,
			pageSize: Math.min(limit, MAX_POSTS_PAGE),
			signal: item.signal,
		});
		for await (const page of pages) {
			for (const post of page.slice(0, limit - output.length)) {
				output.push({ json: toPostItem(post, isSimple) });
			}
			if (output.length >= limit) break;
		}
		return output;
	},
};
