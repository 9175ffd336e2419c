import { createComment } from '../../../../linkedin/comments/create';
import { commentSentBeforeError } from '../../../../linkedin/comments/commentErrors';
import { messageWarnings, toMessage } from '../../../../linkedin/comments/message';
import { checkMentions } from '../../../../linkedin/posts/textWarnings';
import { writeOptions } from '../../../fields/itemOptions';
import { checkFile, postWaitSeconds, waitMsOf } from '../../../fields/options';
import { textFormat } from '../../../fields/textFormat';
import { keptIn } from '../../../run/memory';
import type { ItemOperation } from '../../../run/operation';
import { naming } from '../media/naming';
import { readText } from '../media/typedText';
import { actor, commentText } from './fields';
import { foreseeComment } from './foresee';
import { image, onImageRefused } from './image';
import { awaitPicture, checkPicture, uploadedIn } from './picture';
import { CommentProgress } from './progress';
import { target } from './target';

const options = writeOptions(
	checkFile.with({
		description: 'Whether to check the image first and stop if LinkedIn would reject it',
	}),
	onImageRefused,
	postWaitSeconds.with({
		description:
			'Maximum number of seconds to wait for LinkedIn to process the image before the comment is published, or 0 to not wait',
	}),
	textFormat,
);

/**
 * Publishes a comment on a post, or a reply. Everything is checked before the first call to LinkedIn.
 * Nothing is ever published twice: a comment whose answer was unclear is not sent again.
 */
export const create: ItemOperation = {
	value: 'create',
	name: 'Create',
	action: 'Create a comment',
	description: 'Comment on a post, or reply to a comment, as a member or a page',
	fields: [...target.fields, actor, commentText, ...image.fields, options],
	async execute(item) {
		const { check, client, signal } = item;
		const { displayName: what } = commentText.property;
		const [on, by, written, given, chosen] = await check.gather(
			() => item.read(target),
			() => item.read(actor),
			() => item.read(commentText),
			() => item.read(image),
			() => item.read(options),
		);
		const typed = readText(item, written, chosen, what);
		const waitMs = waitMsOf(chosen);
		const [, picture] = await check.gather(
			() => {
				checkMentions(typed.text, what);
			},
			() => checkPicture(item, given, { ...chosen, waitMs }),
		);
		const { post, parent } = on;
		const shown = {
			post,
			...(parent && { parentComment: parent.text }),
			...(picture && { image: picture.shown }),
		};
		check.foresee(shown);
		const [author, whole] = await check.gather(
			() => item.urnOf(by),
			() => typed.whole(),
		);
		const message = toMessage(whole);
		item.warn(...messageWarnings(message, what));
		if (check.isOn) {
			check.foresee({ actor: author, text: message.text });
			const { image: seen, intent } = await foreseeComment({ actor: author, picture });
			check.announce({ ...intent, preview: seen && { image: seen } });
		}
		const progress = keptIn(item.memory, CommentProgress);
		if (progress.sent) throw commentSentBeforeError(post);
		const { onImageRefused: onRefusal } = chosen;
		const medium = await picture?.onLinkedIn(author, progress);
		const readyBy = client.options.now() + waitMs;
		const publish = async () =>
			createComment(
				client,
				{ actor: author, on, message, image: medium?.urn },
				{
					onImageRefused: onRefusal,
					warn: (warning) => {
						item.warn(warning);
					},
					readyBy,
					suspicion: medium && (await awaitPicture(item, medium, author, readyBy)),
					signal,
					progress,
				},
			);
		const created = await publish().catch((error: unknown) => {
			throw naming(error, uploadedIn(medium), 'Image to URN');
		});
		const { retries, calls } = client;
		return [{ json: { ...created, retries, calls, warnings: item.warnings } }];
	},
};
