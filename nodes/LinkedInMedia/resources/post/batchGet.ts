import { batchGetPosts } from '../../../../linkedin/posts/batchGet';
import { parsePost } from '../../../../linkedin/posts/postInput';
import { itemOptions } from '../../../fields/itemOptions';
import { failOnMissing, simplify } from '../../../fields/results';
import { urnList } from '../../../fields/urns';
import type { ItemOperation } from '../../../run/operation';
import { lookupItems } from '../media/lookups';
import { toPostItem } from './output';
import { includeDrafts } from './urn';

const posts = urnList({
	placeholder: 'e.g. urn:li:share:6844785523593134080, urn:li:ugcPost:68447855235931240',
	description:
		'The URNs of the posts, separated by commas or line breaks, or an expression that returns a list',
	advice: 'Enter one or more URNs, separated by commas or line breaks.',
	parse: parsePost,
});
const options = itemOptions(failOnMissing, includeDrafts);

/** Many posts: one output item for each, in the order of the request. */
export const batchGet: ItemOperation = {
	value: 'batchGet',
	name: 'Get Many by URN',
	action: 'Get many posts by URN',
	description: 'Get many posts by their URNs',
	fields: [posts, simplify, options],
	async execute(item) {
		const urns = item.read(posts);
		const { failOnMissing: mustExist, includeDrafts: view } = item.read(options);
		const isSimple = item.read(simplify);
		const { client, signal } = item;
		const lookups = await batchGetPosts(client, { urns, view, signal });
		return lookupItems(lookups, mustExist ? 'post' : undefined, ({ post }) =>
			toPostItem(post, isSimple),
		);
	},
};
