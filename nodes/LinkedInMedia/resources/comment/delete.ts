import { deleteComment, deleteCommentPurpose } from '../../../../linkedin/comments/change';
import { MOST_ADAPTED } from '../../../../linkedin/comments/thread';
import { writeOptions } from '../../../fields/itemOptions';
import { keptIn } from '../../../run/memory';
import type { ItemOperation } from '../../../run/operation';
import { ChangeProgress } from '../media/changeProgress';
import { actor, commentUrn } from './fields';
import { foreseeCommentChange } from './foreseeChange';

const author = actor.with({ description: 'The member or company page that wrote the comment' });

/** Deletes a comment. */
export const deleteOperation: ItemOperation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete a comment',
	description: 'Delete a comment from LinkedIn',
	fields: [commentUrn, author, writeOptions()],
	async execute(item) {
		const [urn, by] = await item.check.gather(
			() => item.read(commentUrn),
			() => item.read(author),
		);
		const change = { urn, actor: await item.urnOf(by) };
		await foreseeCommentChange(item, change, {
			purpose: deleteCommentPurpose(change),
			mostReads: MOST_ADAPTED,
		});
		await deleteComment(item.client, change, keptIn(item.memory, ChangeProgress));
		return [{ json: { urn: urn.text, deleted: true, calls: item.client.calls } }];
	},
};
