import { updateComment, updateCommentPurpose } from '../../../../linkedin/comments/change';
import { commentUrl } from '../../../../linkedin/comments/commentUrn';
import { messageWarnings, toMessage } from '../../../../linkedin/comments/message';
import { MOST_ADAPTED } from '../../../../linkedin/comments/thread';
import { checkMentions } from '../../../../linkedin/posts/textWarnings';
import { writeOptions } from '../../../fields/itemOptions';
import { textFormat } from '../../../fields/textFormat';
import type { ItemOperation } from '../../../run/operation';
import { readText } from '../media/typedText';
import { actor, commentText, commentUrn } from './fields';
import { foreseeCommentChange } from './foreseeChange';

const author = actor.with({ description: 'The member or company page that wrote the comment' });
const newText = commentText.with({
	description: 'The new text, as in Create. It replaces the whole text of the comment.',
});
const options = writeOptions(textFormat);

const WHAT = newText.property.displayName;

/** Without the mentions, and with them in other units. */
const MOST_WAYS = 2;

/** Changes the text of a comment. */
export const update: ItemOperation = {
	value: 'update',
	name: 'Update',
	action: 'Update a comment',
	description: 'Change the text of a comment',
	fields: [commentUrn, author, newText, options],
	async execute(item) {
		const { check, client } = item;
		const [urn, by, written, chosen] = await check.gather(
			() => item.read(commentUrn),
			() => item.read(author),
			() => item.read(newText),
			() => item.read(options),
		);
		const typed = readText(item, written, chosen, WHAT);
		await check.gather(() => {
			checkMentions(typed.text, WHAT);
		});
		const [writer, whole] = await check.gather(
			() => item.urnOf(by),
			() => typed.whole(),
		);
		const message = toMessage(whole);
		item.warn(...messageWarnings(message, WHAT));
		const change = { urn, actor: writer };
		const { text } = message;
		await foreseeCommentChange(item, change, {
			purpose: updateCommentPurpose(change),
			shown: { change: { text } },
			mostReads: MOST_ADAPTED + (message.mentions.length > 0 ? MOST_WAYS : 0),
		});
		const { hasMentions } = await updateComment(client, change, message);
		if (!hasMentions) {
			item.warn(
				'LinkedIn did not accept mentions in an updated comment: they were published as plain text. To mention someone, delete the comment and create it again.',
			);
		}
		const { retries, calls } = client;
		const json = { urn: urn.text, url: commentUrl(urn), actor: writer, text, retries, calls };
		return [{ json: { ...json, warnings: item.warnings } }];
	},
};
