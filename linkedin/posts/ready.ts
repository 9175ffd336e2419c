import type { LinkedInClient } from '../api/client';
import { LinkedInError } from '../api/error';
import { foreignWords } from '../api/foreignWords';
import { runLanes } from '../api/lanes';
import type { MediaCollection } from '../media/collections';
import { getEntity, type MediaEntity } from '../media/entity';
import type { SharedLooks } from '../media/sharedLooks';
import { calledMedia, waitUntilAvailable } from '../media/wait';
import { WAITING_UPLOAD } from '../media/watchWarnings';
import { Problem } from '../problem';
import { mayShow, type Suspicion } from './ownership';

/** Media that a post will show. */
export interface PostMedia {
	readonly collection: MediaCollection;
	readonly urn: string;
	/** Its name in messages: the file's name; without one, only the URN. */
	readonly name?: string;
	/** Size of that file. */
	readonly bytes?: number;
}

/** How long to wait, and with which other waits. */
interface MediaWait {
	/** Milliseconds, for all of them together. */
	readonly timeoutMs: number;
	readonly looks?: SharedLooks;
	/** The execution's cancel signal. */
	readonly signal?: AbortSignal;
	/** What they are shown in; a post unless it says so. */
	readonly of?: ShownIn;
}

/** As messages call it. */
export type ShownIn = 'post' | 'comment';

/**
 * Waits until LinkedIn has processed all media of a post or a comment: with unprocessed media, it
 * refuses the post or hides it.
 *
 * Media that this token can't read (images, with only `w_member_social`) are no obstacle:
 * LinkedIn's answer to the post decides.
 *
 * @returns a suspicion if media seem to belong, or may turn out to belong, to someone other than
 * the author
 * @throws LinkedInError for media that do not exist, that LinkedIn could not process, or that are
 * not ready in time; CancelledError
 */
export async function awaitMedia(
	client: LinkedInClient,
	media: readonly PostMedia[],
	author: string,
	wait: MediaWait,
): Promise<Suspicion | undefined> {
	const entities = await readyOnes(client, media, wait);
	const { of = 'post' } = wait;
	const foreign: string[] = [];
	const unread: string[] = [];
	for (const [index, medium] of media.entries()) {
		const entity = entities[index];
		const owner = entity?.fields.owner;
		if (typeof owner === 'string' && !mayShow(owner, author)) {
			const { message, description = '' } = foreignProblem(medium, owner, author, of);
			foreign.push(`${message}. ${description}`);
		}
		// What was uploaded for this post is the author's.
		if (owner === undefined && medium.name === undefined) unread.push(calledMedia(medium));
	}
	return suspicionOf({ author, of }, foreign, unread);
}

function suspicionOf(
	{ author, of }: { readonly author: string; readonly of: ShownIn },
	foreign: readonly string[],
	unread: readonly string[],
): Suspicion | undefined {
	if (foreign.length > 0) return { text: foreign.join(' '), statuses: [400, 403, 404, 422] };
	if (unread.length === 0) return undefined;
	return {
		text: `Media must belong to the ${of}’s author (${author}), and this connection could not read the owner of the ${unread.join(' and the ')}.`,
		statuses: [403],
	};
}

/** Media that someone else owns, which LinkedIn refuses in a post. */
export function foreignProblem(
	medium: PostMedia,
	owner: string,
	author: string,
	of: ShownIn,
): Problem {
	return new Problem(
		`The ${calledMedia(medium)} belongs to ${foreignWords(owner)}, but the ${of}’s author is ${author}`,
		{ description: `Upload it for the author, or ${of} as its owner.` },
	);
}

/** All at once, so that they share their checks; the first failure ends the waiting. */
async function readyOnes(
	client: LinkedInClient,
	media: readonly PostMedia[],
	wait: MediaWait,
): Promise<ReadonlyArray<MediaEntity | undefined>> {
	const entities = Array.from<MediaEntity | undefined>({ length: media.length });
	await runLanes(
		() => each(media.entries()),
		media.length,
		async ([index, medium], signal) => {
			entities[index] = await ready(client, medium, { ...wait, signal });
		},
		{ signal: wait.signal },
	);
	return entities;
}

async function* each<Value>(values: Iterable<Value>): AsyncGenerator<Value, void, undefined> {
	yield* await Promise.resolve(values);
}

/** @returns the entity once it is ready; undefined if it can't be read */
async function ready(
	client: LinkedInClient,
	medium: PostMedia,
	wait: MediaWait,
): Promise<MediaEntity | undefined> {
	// A fresh upload may not be found yet; media that the user named must be there.
	if (medium.name === undefined) {
		const entity = await readNamed(client, medium, wait.looks);
		if (entity === undefined || entity.status === 'AVAILABLE') return entity;
	}
	const watched = { ...medium, wasRead: medium.name === undefined };
	const { status, entity } = await waitUntilAvailable(client, watched, wait);
	if (status === 'AVAILABLE' || status === 'UNKNOWN') return entity;
	const after = `${Math.round(wait.timeoutMs / 1000)} seconds`;
	throw notReadyError(medium, `is still ${status} after ${after}; nothing was posted`, status);
}

/** @returns undefined if the token may not read it. @throws LinkedInError if it does not exist */
export async function readNamed(
	client: LinkedInClient,
	medium: PostMedia,
	looks: SharedLooks | undefined,
): Promise<MediaEntity | undefined> {
	const { collection, urn } = medium;
	try {
		// Several of them in one call.
		const read = looks?.of(client, collection, { urn }).read;
		return await (read?.(client.options.retry) ?? getEntity(client, collection, { urn }));
	} catch (error) {
		if (!(error instanceof LinkedInError)) throw error;
		if (isNotFound(error)) throw missingMediaError(medium, error);
		return undefined;
	}
}

/** For what LinkedIn can't find, it documents 400 and 404, and a separate code for each kind. */
function isNotFound({ status, code = '' }: LinkedInError): boolean {
	return status === 404 || code === 'NOT_FOUND' || /^INVALID_[A-Z]+_ID$/.test(code);
}

function missingMediaError(medium: PostMedia, cause: LinkedInError): LinkedInError {
	return new LinkedInError(`LinkedIn can’t find the ${calledMedia(medium)}; nothing was posted`, {
		...cause.facts,
		description:
			'Use the URN exactly as an upload returned it. Media that was deleted, or that this connection can’t see, also counts as "not found".',
	});
}

/** @param what the rest of a sentence that begins with the medium */
export function notReadyError(medium: PostMedia, what: string, status: string): LinkedInError {
	return new LinkedInError(`The ${calledMedia(medium)} ${what}`, {
		description:
			status === WAITING_UPLOAD
				? 'Its upload is not complete. Complete it or upload the file again, then post it.'
				: 'LinkedIn continues processing it. Post it later by its URN, or increase "Wait Until Available (Seconds)".',
		code: status === WAITING_UPLOAD ? 'MEDIA_ASSET_WAITING_UPLOAD' : 'MEDIA_NOT_READY',
	});
}
