import type { LinkedInClient } from '../api/client';
import { LinkedInError } from '../api/error';
import { isoTime } from '../api/isoTime';
import { parseAnswer, recordOf } from '../api/parse';
import type { CallPurpose } from '../api/purpose';
import { isUnclear } from '../api/retry';
import { Adapted } from './adapted';
import { commentError, missingUrnError } from './commentErrors';
import { commentUrl, ownUrn } from './commentUrn';
import type { CommentDraft, CreateOptions } from './draft';
import { toRequestMessage, type TextUnit } from './message';
import { Thread, type Commented } from './thread';

/** A comment that LinkedIn accepted. */
interface CreatedComment {
	readonly urn: string;
	readonly url: string;
	/** The post by the URN with which LinkedIn took the comment. */
	readonly post: string;
	readonly actor: string;
	/** As its readers see it. */
	readonly text: string;
	/** ISO 8601; undefined if LinkedIn doesn't say it. */
	readonly createdAt: string | undefined;
	readonly parentComment?: string;
	readonly image?: string;
}

/**
 * `POST socialActions/{URN}/comments`. Sent once: LinkedIn has no idempotency key. It is sent again only
 * after a refusal, in another way that LinkedIn takes: see {@link Thread}; without an image, with the
 * places of mentions in the other unit, and on a new post after a pause.
 *
 * @throws UnclearComment if LinkedIn may have published it; LinkedInError if it certainly hasn't;
 * CancelledError
 */
export async function createComment(
	client: LinkedInClient,
	draft: CommentDraft,
	options: CreateOptions,
): Promise<CreatedComment> {
	const thread = new Thread(client, draft.on, draft.actor);
	const adapted = new Adapted(client, draft, options);
	for (;;) {
		const result = await thread
			.ask((path, on) => send(client, { path, on, ...adapted.request }, options.progress))
			.catch(asRefusal);
		if (!(result instanceof LinkedInError)) {
			adapted.warnOfLost(result.mentions);
			return result.comment;
		}
		if (!(await adapted.to(result))) throw commentError(result, draft.on, adapted.suspicion);
	}
}

interface Sent extends Omit<CommentDraft, 'on'> {
	readonly path: string;
	readonly on: Commented;
	readonly unit: TextUnit;
}

/** @throws LinkedInError, which says whether the comment may be published */
async function send(
	client: LinkedInClient,
	{ path, on, actor, message, image, unit }: Sent,
	progress: { sent: boolean } = { sent: false },
): Promise<{ comment: CreatedComment; mentions: number | undefined }> {
	progress.sent = true;
	try {
		const answer = await client.callForHeaders({
			method: 'POST',
			restliMethod: 'create',
			path,
			body: {
				actor,
				object: on.post,
				message: toRequestMessage(message, unit),
				content: image === undefined ? undefined : [{ entity: { image } }],
				parentComment: on.parent?.text,
			},
			purpose: publishPurpose(actor),
		});
		const fields = recordOf(parseAnswer(answer.body));
		// Some gateways drop the id from one of the two places.
		const urn = ownUrn({ ...fields, id: fields.id ?? answer.headers.get('x-restli-id') });
		if (urn === undefined) throw missingUrnError(answer);
		const { attributes } = recordOf(fields.message);
		const comment = {
			urn: urn.text,
			url: commentUrl(urn),
			post: on.post,
			actor,
			text: message.text,
			createdAt: isoTime(recordOf(fields.created).time),
			...(on.parent && { parentComment: on.parent.text }),
			...(image !== undefined && { image }),
		};
		return { comment, mentions: Array.isArray(attributes) ? attributes.length : undefined };
	} catch (error) {
		if (error instanceof LinkedInError) progress.sent = isUnclear(error);
		throw error instanceof Error ? error : new Error(String(error));
	}
}

function asRefusal(error: unknown): LinkedInError {
	if (error instanceof LinkedInError) return error;
	throw error instanceof Error ? error : new Error(String(error));
}

/** What the call is for that publishes a comment. @param actor who comments */
export function publishPurpose(actor: string): CallPurpose {
	return { doing: 'publish the comment', right: 'writeComment', owner: actor };
}
