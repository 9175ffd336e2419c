import { deletePost } from '../../../../linkedin/posts/delete';
import { itemOptions } from '../../../fields/itemOptions';
import type { ItemOperation } from '../../../run/operation';
import { postUrn } from './urn';

/** Deletes a post; if it was already deleted, that is a success too. */
export const deleteOperation: ItemOperation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete a post',
	description: 'Delete a post from LinkedIn',
	fields: [postUrn, itemOptions()],
	async execute(item) {
		const urn = item.read(postUrn);
		await deletePost(item.client, urn);
		return [{ json: { urn, deleted: true, calls: item.client.calls } }];
	},
};
