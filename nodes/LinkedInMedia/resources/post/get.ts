import { getPost } from '../../../../linkedin/posts/get';
import { itemOptions } from '../../../fields/itemOptions';
import { simplify } from '../../../fields/results';
import type { ItemOperation } from '../../../run/operation';
import { toPostItem } from './output';
import { includeDrafts, postUrn } from './urn';

const options = itemOptions(includeDrafts);

export const get: ItemOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get a post',
	description: 'Get a post by its URN or URL',
	fields: [postUrn, simplify, options],
	async execute(item) {
		const urn = item.read(postUrn);
		const { includeDrafts: view } = item.read(options);
		const isSimple = item.read(simplify);
		return [{ json: toPostItem(await getPost(item.client, urn, view), isSimple) }];
	},
};
