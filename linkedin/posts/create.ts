import type { LinkedInClient } from '../api/client';
import { LinkedInError } from '../api/error';
import type { HttpResponse } from '../api/http';
import { parseAnswer, recordOf } from '../api/parse';
import type { CallPurpose } from '../api/purpose';
import { isUnclear } from '../api/retry';
import type { PostRequest } from './content';
import { NotReadyPauses } from './notReady';
import type { Suspicion } from './ownership';
import { postError, missingIdError } from './postErrors';
import { isPostUrn, POSTS_PATH, postUrl } from './urns';

/** A post that LinkedIn accepted. */
interface CreatedPost {
	readonly urn: string;
	/** Its URL on LinkedIn. */
	readonly url: string;
	/** LinkedIn's state of the post, as requested: the answer has none. */
	readonly status: string;
}

/** How a create is sent, and how long it may wait. */
export interface CreateOptions {
	/** Milliseconds to wait for media that LinkedIn says are not ready. */
	readonly timeoutMs: number;
	/** Possible reasons for a refusal that LinkedIn doesn't mention. */
	readonly suspicion?: Suspicion;
	readonly signal?: AbortSignal;
	/** Records that the post may be published, until LinkedIn clearly refuses it. */
	readonly progress?: { sent: boolean };
}

/**
 * `POST /rest/posts`. Sent once: LinkedIn has no idempotency key. It is retried, until the timeout,
 * only if LinkedIn refuses because the media are not ready: then nothing was posted.
 *
 * @throws UnclearPost if LinkedIn may have posted it; LinkedInError if it certainly hasn't;
 * CancelledError
 */
export async function createPost(
	client: LinkedInClient,
	post: PostRequest,
	{ timeoutMs, suspicion, signal, progress = { sent: false } }: CreateOptions,
): Promise<CreatedPost> {
	const pauses = new NotReadyPauses(client, client.options.now() + timeoutMs, signal);
	for (;;) {
		progress.sent = true;
		const result = await send(client, post);
		if (!(result instanceof LinkedInError)) return result;
		progress.sent = isUnclear(result);
		if (!(await pauses.after(result))) throw postError(result, post, suspicion);
	}
}

async function send(
	client: LinkedInClient,
	{ author, adAccount, status, body }: PostRequest,
): Promise<CreatedPost | LinkedInError> {
	try {
		const answer = await client.callForHeaders({
			method: 'POST',
			restliMethod: 'create',
			path: POSTS_PATH,
			body,
			purpose: publishPurpose({ author, adAccount }),
		});
		const urn = answer.status === 201 ? createdId(answer) : undefined;
		return urn === undefined ? missingIdError(answer) : { urn, url: postUrl(urn), status };
	} catch (error) {
		if (error instanceof LinkedInError) return error;
		throw error;
	}
}

/** What the call is for that publishes a post. */
export function publishPurpose({
	author,
	adAccount,
}: Pick<PostRequest, 'author' | 'adAccount'>): CallPurpose {
	return { doing: 'publish the post', right: 'writePost', owner: author, account: adAccount };
}

/**
 * LinkedIn returns the ID in one of two headers: Rest.li's or that of its own samples. A gateway in
 * between may drop both, and older answers have it in their body.
 */
function createdId({ headers, body }: Pick<HttpResponse, 'headers' | 'body'>): string | undefined {
	const { id: inBody } = recordOf(parseAnswer(body));
	const ofPost = typeof inBody === 'string' && isPostUrn(inBody) ? inBody : undefined;
	return [headers.get('x-restli-id'), headers.get('x-linkedin-id'), ofPost]
		.map((id) => (id ?? '').trim().replace(/%3A/gi, ':'))
		.find((id) => /^urn:li:[A-Za-z]+:[A-Za-z0-9_-]{1,100}$/.test(id));
}
