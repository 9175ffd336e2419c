import type { LinkedInClient } from '../api/client';
import { doRepeatably } from '../api/doneAlready';
import type { CallPurpose } from '../api/purpose';
import { encodeValue } from '../api/restli';
import { POSTS_PATH } from './urns';

/**
 * `DELETE /rest/posts/{URN}`. Retried after an unclear answer: a deleted post stays deleted, so
 * "not found" is then a success.
 *
 * @param progress what an earlier try of the node did
 * @throws LinkedInError
 */
export function deletePost(
	client: LinkedInClient,
	urn: string,
	progress = { sent: false },
): Promise<void> {
	return doRepeatably(client, { send: () => send(client, urn), doneAlready: 404, progress });
}

function send(client: LinkedInClient, urn: string): Promise<void> {
	return client.callWithoutAnswer({
		method: 'DELETE',
		restliMethod: 'delete',
		documented: 204,
		path: `${POSTS_PATH}/${encodeValue(urn)}`,
		purpose: deletePurpose(urn),
	});
}

/** What the call is for that deletes a post. @param owner its author, if known */
export function deletePurpose(urn: string, owner?: string): CallPurpose {
	return { doing: `delete the post ${urn}`, right: 'writePost', owner };
}
