import { deletePost, deletePurpose } from '../../../../linkedin/posts/delete';
import { writeOptions } from '../../../fields/itemOptions';
import { keptIn } from '../../../run/memory';
import type { ItemOperation } from '../../../run/operation';
import { ChangeProgress } from '../media/changeProgress';
import { foreseeChange } from './foreseeChange';
import { postUrn } from './urn';

/** Deletes a post; if it was already deleted, that is a success too. */
export const deleteOperation: ItemOperation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete a post',
	description: 'Delete a post from LinkedIn',
	fields: [postUrn, writeOptions()],
	async execute(item) {
		const urn = item.read(postUrn);
		if (item.check.isOn) {
			await foreseeChange(item, urn, { purpose: deletePurpose, shown: {}, mayBeGone: true });
		}
		await deletePost(item.client, urn, keptIn(item.memory, ChangeProgress));
		return [{ json: { urn, deleted: true, calls: item.client.calls } }];
	},
};
