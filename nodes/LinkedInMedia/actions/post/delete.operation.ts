import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { deletePost } from '../../../../linkedin/posts/delete';
import { parsePost } from '../../../../linkedin/posts/postInput';
import type { MediaOperation } from '../operation';
import { postUrnField } from './urnField';

export const description: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['post'], operation: ['delete'] } },
	[postUrnField],
);

/** Deletes a post; one that was deleted before is a success too. */
export const execute: MediaOperation = async function (itemIndex, item) {
	const urn = parsePost(this.getNodeParameter('urn', itemIndex, ''), 'URN');
	await deletePost(item.client(), urn);
	return [{ json: { urn, deleted: true } }];
};
