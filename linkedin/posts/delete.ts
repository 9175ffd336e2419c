import type { LinkedInClient } from '../api/client';
import { isRefusedWith, LinkedInError } from '../api/error';
import type { CallPurpose } from '../api/purpose';
import { encodeValue } from '../api/restli';
import { isSuccess, isUnclear } from '../api/retry';
import { POSTS_PATH } from './urns';

/**
 * `DELETE /rest/posts/{URN}`. Retried after an unclear answer: a deleted post stays deleted, so
 * "not found" is then a success.
 *
 * @param progress records an unclear answer, for the next try
 * @throws LinkedInError
 */
export async function deletePost(
	client: LinkedInClient,
	urn: string,
	progress: { isUnclear: boolean } = { isUnclear: false },
): Promise<void> {
	const before = client.retries;
	try {
		await send(client, urn).catch((error: unknown) => {
			// A success that is not LinkedIn's: a gateway's page.
			if (!(error instanceof LinkedInError) || !isSuccess(error.status)) throw error;
			client.retries += 1;
			return send(client, urn);
		});
	} catch (error) {
		const repeated = progress.isUnclear || client.retries > before;
		if (repeated && isRefusedWith(error, 404)) return;
		if (error instanceof LinkedInError) progress.isUnclear ||= isUnclear(error);
		throw error;
	}
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
