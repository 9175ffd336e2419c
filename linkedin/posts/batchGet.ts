import type { LinkedInClient } from '../api/client';
import { LinkedInError } from '../api/error';
import { CancelledError } from '../api/http';
import { isRecord, type Fields } from '../api/parse';
import { redact } from '../api/redact';
import { buildQuery, encodeList } from '../api/restli';
import type { LookupError } from '../media/lookup';
import { getPost, type Post, type ViewContext } from './get';
import { POSTS_PATH } from './urns';

/** No maximum is documented. */
const BATCH_SIZE = 100;

/** The answer for one URN. */
export type PostLookup =
	| { readonly urn: string; readonly post: Post }
	| { readonly urn: string; readonly error: LookupError };

export interface PostsQuery {
	readonly urns: readonly string[];
	readonly view: ViewContext;
	readonly signal?: AbortSignal;
}

/**
 * `GET /rest/posts?ids=List(...)`, {@link BATCH_SIZE} at a time. Where LinkedIn refuses batch gets
 * (403, apps on the development tier; 400, one id that it cannot read), one by one.
 *
 * @returns one answer per URN, in the order asked; a URN that stands there twice is asked for once
 * @throws LinkedInError where LinkedIn refuses all of it; CancelledError
 */
export async function batchGetPosts(
	client: LinkedInClient,
	{ urns, view, signal }: PostsQuery,
): Promise<readonly PostLookup[]> {
	const unique = [...new Set(urns)];
	const found = new Map<string, PostLookup>();
	for (let first = 0; first < unique.length; first += BATCH_SIZE) {
		if (signal?.aborted) throw new CancelledError();
		const part = { urns: unique.slice(first, first + BATCH_SIZE), view, signal };
		for (const lookup of await getPart(client, part)) found.set(lookup.urn, lookup);
	}
	return urns.map((urn) => found.get(urn) ?? { urn, error: UNANSWERED });
}

async function getPart(client: LinkedInClient, part: PostsQuery): Promise<readonly PostLookup[]> {
	try {
		return await getTogether(client, part);
	} catch (error) {
		if (!isRefusal(error)) throw error;
		return getSingly(client, part, error);
	}
}

function isRefusal(error: unknown): error is LinkedInError {
	return error instanceof LinkedInError && (error.status === 403 || error.status === 400);
}

/** @param refused thrown where the first get is refused alike: then no further one would do better */
async function getSingly(
	client: LinkedInClient,
	{ urns, view, signal }: PostsQuery,
	refused: LinkedInError,
): Promise<readonly PostLookup[]> {
	const lookups: PostLookup[] = [];
	for (const urn of urns) {
		if (signal?.aborted) throw new CancelledError();
		try {
			lookups.push({ urn, post: await getPost(client, urn, view) });
		} catch (error) {
			if (!isRefusal(error) && !(error instanceof LinkedInError && error.status === 404))
				throw error;
			if (lookups.length === 0 && error.status === 403 && refused.status === 403) throw refused;
			const { status = 404, code = null, words } = error;
			lookups.push({ urn, error: { status, code, message: words } });
		}
	}
	return lookups;
}

const UNANSWERED: LookupError = {
	status: 404,
	code: 'NOT_FOUND',
	message: 'LinkedIn’s answer says nothing about it',
};

function getTogether(
	client: LinkedInClient,
	{ urns, view }: PostsQuery,
): Promise<readonly PostLookup[]> {
	const query = buildQuery([
		['ids', { encoded: encodeList(urns) }],
		['viewContext', view === 'READER' ? undefined : view],
	]);
	return client.call(
		{
			method: 'GET',
			restliMethod: 'batch_get',
			path: `${POSTS_PATH}${query}`,
			purpose: {
				doing: `read ${urns.length} post${urns.length === 1 ? '' : 's'}`,
				right: 'readPost',
			},
		},
		(answer) => {
			const results = byUrn(answer, 'results');
			const errors = byUrn(answer, 'errors');
			return urns.map((urn): PostLookup => {
				const post = results.get(urn);
				return isRecord(post) ? { urn, post } : { urn, error: lookupError(errors.get(urn)) };
			});
		},
	);
}

/** Keys are URNs, plain or percent-encoded. */
function byUrn(answer: Fields, name: string): ReadonlyMap<string, unknown> {
	const entries = answer.optionalObject(name)?.all() ?? {};
	return new Map(Object.entries(entries).map(([key, value]) => [key.replace(/%3A/gi, ':'), value]));
}

function lookupError(error: unknown): LookupError {
	if (!isRecord(error)) return UNANSWERED;
	const { status, code, message } = error;
	return {
		status: typeof status === 'number' ? status : UNANSWERED.status,
		code: typeof code === 'string' ? code : null,
		message: typeof message === 'string' ? redact(message) : UNANSWERED.message,
	};
}
