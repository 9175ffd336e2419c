import { BATCH_SIZE, getTogether } from '../../api/batchGet';
import type { LinkedInClient } from '../../api/client';
import { isRefusedWith, LinkedInError } from '../../api/error';
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

/** What a look at posts has shown. */
interface Looked {
	/** Those that are not the page's, and why, as a sentence. */
	readonly strangers: ReadonlyMap<string, string>;
	/** Those of which nobody could tell. */
	readonly unchecked: ReadonlySet<string>;
}

/**
 * Which of these posts are not the page's: LinkedIn's statistics leave them out as they do posts without
 * activity. Read many at a time, and not at all where the token may not read posts, or LinkedIn doesn't
 * give many: a call for each would cost more than it tells.
 *
 * @throws LinkedInError if the connection itself has failed; CancelledError
 */
export async function strangersAmong(
	client: LinkedInClient,
	{ page, urns, signal }: Asked,
): Promise<Looked> {
	const strangers = new Map<string, string>();
	const unchecked = new Set(urns);
	const { grantedScopes } = client.options.token;
	const mayRead = !grantedScopes || isAllowed({ right: 'readPost', owner: page }, grantedScopes);
	for (let first = 0; mayRead && first < urns.length; first += BATCH_SIZE) {
		if (signal?.aborted) throw new CancelledError();
		const some = urns.slice(first, first + BATCH_SIZE);
		const lookups = await lookUp(client, { page, urns: some, signal });
		if (lookups === undefined) break;
		for (const lookup of lookups) {
			const { urn } = lookup;
			const found =
				'error' in lookup ? unread(lookup.error.status, page) : whose(lookup.post, page);
			if (found !== undefined) unchecked.delete(urn);
			if (typeof found === 'string') strangers.set(urn, found);
		}
	}
	return { strangers, unchecked };
}

/** Undefined if LinkedIn does not say. */
async function lookUp(client: LinkedInClient, { urns, signal }: Asked) {
	const batch = postBatch(client, { urns, view: 'READER', signal });
	try {
		return await getTogether(client, batch).catch((error: unknown) => {
			if (!isRefusedWith(error, 404, 405)) throw error;
			return getTogether(client, batch, 'POST');
		});
	} catch (error) {
		if (!(error instanceof LinkedInError) || error.status === 401) throw error;
		return undefined;
	}
}

/** Whoever may see a page's statistics may read its posts. Undefined if nobody can tell. */
function unread(status: number, page: string): string | undefined {
	if (status === 404) return 'LinkedIn can’t find this post, so its numbers are unknown.';
	if (status !== 403) return undefined;
	return `This connection can’t read this post, so it isn’t a post of ${page}: LinkedIn returns only statistics of the author’s own posts.`;
}

/** True if it is the page's; undefined if nobody can tell. */
function whose(post: Readonly<Record<string, unknown>>, page: string): string | true | undefined {
	const author = asText(simplePost(post).author);
	if (author === undefined) return undefined;
	if (author === page) return true;
	return `This post is by ${author}, not by ${page}: LinkedIn returns only statistics of the author’s own posts.`;
}
