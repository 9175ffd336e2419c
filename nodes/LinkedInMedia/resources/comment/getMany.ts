import { findComments, MAX_COMMENTS_PAGE } from '../../../../linkedin/comments/find';
import { itemOptions } from '../../../fields/itemOptions';
import { most, simplify } from '../../../fields/results';
import type { ItemOperation } from '../../../run/operation';
import type { OutputItem } from '../../../run/output';
import { toCommentItem } from './output';
import { listed } from './target';

const options = itemOptions();

/** The comments of a post, or the replies to a comment. */
export const getMany: ItemOperation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many comments of a post',
	description: 'List the comments of a page’s post, or the replies to a comment',
	fields: [...listed.fields, ...most.fields, simplify, options],
	async execute(item) {
		const on = item.read(listed);
		const limit = item.read(most);
		const isSimple = item.read(simplify);
		const output: OutputItem[] = [];
		const pages = findComments(item.client, on, {
			pageSize: Math.min(limit, MAX_COMMENTS_PAGE),
			signal: item.signal,
		});
		for await (const page of pages) {
			for (const comment of page.slice(0, limit - output.length)) {
				output.push({ json: toCommentItem(comment, isSimple) });
			}
			if (output.length >= limit) break;
		}
		return output;
	},
};
