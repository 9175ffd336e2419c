import { BATCH_SIZE, getTogether } from '../../api/batchGet';
import type { LinkedInClient } from '../../api/client';
import { isRefusedWith } from '../../api/error';
import { CancelledError } from '../../api/http';
import { isAllowed } from '../../api/permissions';
import { asText } from '../../api/parse';
import { postBatch } from '../batchGet';
import { simplePost } from '../simplePost';

interface Asked {
	readonly page: string;
	readonly urns: readonly string[];
	readonly signal?: AbortSignal;
}

/**
 * Which of these posts are not the page's, and why, as a sentence: LinkedIn's statistics leave them out
 * as they do posts without activity. Read many at a time, and not at all where the token may not read
 * posts, or the app has no batch get: a call for each would cost more than it tells.
 *
 * @throws LinkedInError unless LinkedIn refuses to say; CancelledError
 */
export async function strangersAmong(
	client: LinkedInClient,
	{ page, urns, signal }: Asked,
): Promise<ReadonlyMap<string, string>> {
	const strangers = new Map<string, string>();
	const { grantedScopes } = client.options.token;
	if (grantedScopes && !isAllowed({ right: 'readPost', owner: page }, grantedScopes))
		return strangers;
	for (let first = 0; first < urns.length; first += BATCH_SIZE) {
		if (signal?.aborted) throw new CancelledError();
		const some = urns.slice(first, first + BATCH_SIZE);
		const batch = postBatch(client, { urns: some, view: 'READER', signal });
		try {
			for (const lookup of await getTogether(client, batch)) {
				const why = 'error' in lookup ? missing(lookup.error.status) : foreign(lookup.post, page);
				if (why !== undefined) strangers.set(lookup.urn, why);
			}
		} catch (error) {
			if (!isRefusedWith(error, 400, 403, 404, 405)) throw error;
			return strangers;
		}
	}
	return strangers;
}

function missing(status: number): string | undefined {
	return status === 404 ? 'LinkedIn can’t find this post, so nothing is known of it.' : undefined;
}

function foreign(post: Readonly<Record<string, unknown>>, page: string): string | undefined {
	const author = asText(simplePost(post).author);
	if (author === undefined || author === page) return undefined;
	return `This post is by ${author}, not by ${page}: LinkedIn counts only the posts of the author.`;
}
