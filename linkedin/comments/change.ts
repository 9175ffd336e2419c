import type { LinkedInClient } from '../api/client';
import { doRepeatably, sendTwiceAtMost } from '../api/doneAlready';
import type { CallPurpose } from '../api/purpose';
import { buildQuery } from '../api/restli';
import type { CommentUrn } from './commentUrn';
import {
	dependsOnUnit,
	refusesMentions,
	toRequestMessage,
	type CommentMessage,
	type TextUnit,
} from './message';
import { Thread } from './thread';

/**
 * A change of a comment that is on LinkedIn. `actor` is who wrote it: LinkedIn wants to know it of a
 * page's comment, and takes it of a member's (Comments API page, "Edit").
 */
interface Change {
	readonly urn: CommentUrn;
	readonly actor: string;
}

/**
 * `POST socialActions/{URN}/comments/{id}` with a patch: 200 or 204, sources differ. It says how the
 * comment is to be, so it may be sent again after an unclear answer.
 *
 * Patches with mentions are in no document: where LinkedIn refuses them, the text goes without.
 *
 * @returns whether the mentions were accepted
 * @throws LinkedInError
 */
export async function updateComment(
	client: LinkedInClient,
	change: Change,
	message: CommentMessage,
): Promise<{ readonly hasMentions: boolean }> {
	const thread = threadOf(client, change);
	const setMessage = (value: CommentMessage, unit: TextUnit) =>
		sendTwiceAtMost(client, () =>
			thread.ask((path) =>
				client.callWithoutAnswer({
					method: 'POST',
					restliMethod: 'partial_update',
					repeatable: true,
					path: pathOf(path, change),
					body: { patch: { message: { $set: toRequestMessage(value, unit) } } },
					purpose: updateCommentPurpose(change),
				}),
			),
		);
	const ways = [
		() => setMessage(message, 'utf16'),
		...(dependsOnUnit(message) ? [() => setMessage(message, 'codePoints')] : []),
	];
	for (const way of message.mentions.length === 0 ? [] : ways) {
		const isDone = await way().then(() => true, unlessOfMentions);
		if (isDone) return { hasMentions: true };
	}
	await setMessage({ text: message.text, mentions: [] }, 'utf16');
	return { hasMentions: message.mentions.length === 0 };
}

/** @returns false. @throws every other error */
function unlessOfMentions(error: unknown): false {
	if (refusesMentions(error)) return false;
	throw error instanceof Error ? error : new Error(String(error));
}

/** What the call is for that changes a comment. */
export function updateCommentPurpose({ urn, actor }: Change): CallPurpose {
	return { doing: `update the comment ${urn.text}`, right: 'writeComment', owner: actor };
}

/**
 * `DELETE socialActions/{URN}/comments/{id}`. Sent again after an unclear answer: "not found" is then a
 * success.
 *
 * @param progress what an earlier try of the node did
 * @throws LinkedInError
 */
export function deleteComment(
	client: LinkedInClient,
	change: Change,
	progress = { sent: false },
): Promise<void> {
	const thread = threadOf(client, change);
	const send = () =>
		thread.ask((path) =>
			client.callWithoutAnswer({
				method: 'DELETE',
				restliMethod: 'delete',
				documented: 204,
				path: pathOf(path, change),
				purpose: deleteCommentPurpose(change),
			}),
		);
	return doRepeatably(client, { send, doneAlready: 404, progress });
}

/** What the call is for that deletes a comment. */
export function deleteCommentPurpose({ urn, actor }: Change): CallPurpose {
	return { doing: `delete the comment ${urn.text}`, right: 'writeComment', owner: actor };
}

function threadOf(client: LinkedInClient, { urn, actor }: Change): Thread {
	return new Thread(client, { post: urn.thread }, actor);
}

function pathOf(comments: string, { urn, actor }: Change): string {
	return `${comments}/${urn.id}${buildQuery([['actor', actor]])}`;
}
