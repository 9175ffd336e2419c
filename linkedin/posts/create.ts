import type { LinkedInClient } from '../api/client';
import { LinkedInError } from '../api/error';
import type { ResponseHeaders } from '../api/http';
import { isUnclear } from '../api/retry';
import type { PostRequest } from './content';
import { placeToLook, POSTS_PATH, postUrl } from './urns';

/** A post that LinkedIn took. */
export interface CreatedPost {
	readonly urn: string;
	/** Where people see it. */
	readonly url: string;
}

/** How long and how a create may go on. */
export interface CreateOptions {
	/** Milliseconds to wait for media that LinkedIn says it is still waiting for. */
	readonly timeoutMs: number;
	/** What a refusal may come from besides what LinkedIn says, as a sentence. */
	readonly suspicion?: string;
	readonly signal?: AbortSignal;
	/** Where it is noted that the post may be out: until LinkedIn clearly refuses it. */
	readonly progress?: { sent: boolean };
}

/** Nobody knows whether the post is out: it must not be sent again unseen. */
export class UnclearPost extends LinkedInError {}

/** A post that was sent once, with no clear answer, and is asked for again. */
export function sentBeforeError(post: PostRequest): UnclearPost {
	return new UnclearPost('The post was sent before, and LinkedIn’s answer was unclear', {
		description: adviceFor(post, undefined),
		code: 'POST_UNCLEAR',
	});
}

const FIRST_INTERVAL_MS = 2000;
const GROWTH = 1.5;
const LONGEST_INTERVAL_MS = 30_000;

/** LinkedIn names the post that is there already in its words. */
const EARLIER_POST = /urn:li:(?:share|ugcPost):[0-9]+/;

/**
 * `POST /rest/posts`. Sent once: LinkedIn has no idempotency key. Only a refusal because LinkedIn
 * still waits for the media is followed by another try, until the timeout: nothing was posted then.
 *
 * @throws UnclearPost where LinkedIn may have posted it; LinkedInError where it certainly has not;
 * CancelledError
 */
export async function createPost(
	client: LinkedInClient,
	post: PostRequest,
	{ timeoutMs, suspicion, signal, progress = { sent: false } }: CreateOptions,
): Promise<CreatedPost> {
	const { now, sleep } = client.options;
	const deadline = now() + timeoutMs;
	let interval = FIRST_INTERVAL_MS;
	for (;;) {
		progress.sent = true;
		const result = await send(client, post);
		if (!(result instanceof LinkedInError)) return result;
		progress.sent = mayBeOut(result);
		const left = deadline - now();
		if (result.code !== 'MEDIA_ASSET_WAITING_UPLOAD' || left <= 0) {
			throw postError(result, post, suspicion);
		}
		client.retries += 1;
		await sleep(Math.min(interval, left), signal);
		interval = Math.min(interval * GROWTH, LONGEST_INTERVAL_MS);
	}
}

async function send(
	client: LinkedInClient,
	{ author, adAccount, isDraft, body }: PostRequest,
): Promise<CreatedPost | LinkedInError> {
	const doing = isDraft ? 'save the draft of the post' : 'publish the post';
	try {
		const headers = await client.callForHeaders({
			method: 'POST',
			restliMethod: 'create',
			path: POSTS_PATH,
			body,
			purpose: { doing, right: 'writePost', owner: author, account: adAccount },
		});
		const urn = createdId(headers);
		return urn === undefined ? missingIdError() : { urn, url: postUrl(urn) };
	} catch (error) {
		if (error instanceof LinkedInError) return error;
		throw error;
	}
}

/** LinkedIn names the id in one of two headers, as Rest.li and as its own samples have it. */
function createdId(headers: ResponseHeaders): string | undefined {
	return [headers.get('x-restli-id'), headers.get('x-linkedin-id')]
		.map((id) => (id ?? '').trim().replace(/%3A/gi, ':'))
		.find((id) => /^urn:li:[A-Za-z]+:[A-Za-z0-9_-]+$/.test(id));
}

function missingIdError(): LinkedInError {
	return new LinkedInError('LinkedIn accepted the post, but did not say its id', {
		description: '',
		code: 'MISSING_POST_ID',
	});
}

/** The same failure with what it means for a post. */
function postError(
	error: LinkedInError,
	post: PostRequest,
	suspicion: string | undefined,
): LinkedInError {
	const { message, words, status, code, facts } = error;
	if (mayBeOut(error)) {
		return new UnclearPost(message, { ...facts, description: adviceFor(post, code) });
	}
	if (code === 'DUPLICATE_POST') return duplicateError(error);
	if (status === 422 && code === undefined) {
		const description =
			'Nothing was posted. For posts this mostly means that the author published the same a short time ago: change the text or the media then. Otherwise check the fields of the node.';
		return new LinkedInError(message, { ...facts, description });
	}
	if (suspicion === undefined || status === undefined || ![400, 403, 404, 422].includes(status)) {
		return error;
	}
	const own = error.description.slice(0, error.description.length - words.length).trim();
	return new LinkedInError(message, { ...facts, description: `${own} ${suspicion}` });
}

/** No answer that can be used, or one of failure. 429 was refused before anything was done. */
function mayBeOut(error: LinkedInError): boolean {
	return error.status !== 429 && isUnclear(error);
}

function adviceFor({ author, adAccount, isDraft }: PostRequest, code: string | undefined): string {
	const place = placeToLook(author, adAccount, isDraft);
	return code === 'MISSING_POST_ID'
		? `Look ${place}: it is there, and must not be created once more.`
		: `LinkedIn may have made the post all the same, so it was not sent again. Look ${place} before you run it once more; if the post is there, it is done.`;
}

function duplicateError({ message, words, facts }: LinkedInError): LinkedInError {
	const earlier = EARLIER_POST.exec(words)?.[0];
	const where = earlier === undefined ? '' : ` (${postUrl(earlier)})`;
	return new LinkedInError(message, {
		...facts,
		description: `Nothing was posted now; the earlier post is there${where}. LinkedIn forgets it after some minutes; change the text or the media to post at once.`,
	});
}

// Old names, until nodes/ follows.
export { sentBeforeError as sentBefore };
