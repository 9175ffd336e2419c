import { getComment } from '../../../../linkedin/comments/get';
import { itemOptions } from '../../../fields/itemOptions';
import { simplify } from '../../../fields/results';
import type { ItemOperation } from '../../../run/operation';
import { commentUrn } from './fields';
import { toCommentItem } from './output';

const options = itemOptions();

export const get: ItemOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get a comment',
	description: 'Get a comment by its URN or URL',
	fields: [commentUrn, simplify, options],
	async execute(item) {
		const urn = item.read(commentUrn);
		const isSimple = item.read(simplify);
		return [{ json: toCommentItem(await getComment(item.client, urn), isSimple) }];
	},
};
