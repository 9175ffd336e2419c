import type { LinkedInClient } from '../api/client';
import { isRefusedWith } from '../api/error';
import { encodeValue } from '../api/restli';
import { POSTS_PATH } from './urns';

/**
 * `DELETE /rest/posts/{URN}`. Sent again after an unclear answer: a post that is gone stays gone, so
 * "not found" is then what was wanted.
 *
 * @throws LinkedInError
 */
export async function deletePost(client: LinkedInClient, urn: string): Promise<void> {
	const before = client.retries;
	try {
		await client.callWithoutAnswer({
			method: 'DELETE',
			restliMethod: 'delete',
			path: `${POSTS_PATH}/${encodeValue(urn)}`,
			purpose: { doing: `delete the post ${urn}`, right: 'writePost' },
		});
	} catch (error) {
		const repeated = client.retries > before;
		if (repeated && isRefusedWith(error, 404)) return;
		throw error;
	}
}
