import { unusableAnswerError } from '../api/answerErrors';
import type { LinkedInClient } from '../api/client';
import { doRepeatably } from '../api/doneAlready';
import { isRefusedWith } from '../api/error';
import { parseAnswer, recordOf, UnexpectedAnswer } from '../api/parse';
import type { CallPurpose } from '../api/purpose';
import { buildQuery, encodeRecord } from '../api/restli';
import { underItsName } from './thread';

/** "Reactions" page, `reactionType`. `MAYBE` is refused since 202307, and may occur in counts. */
export const REACTION_TYPES = [
	'LIKE',
	'PRAISE',
	'EMPATHY',
	'INTEREST',
	'APPRECIATION',
	'ENTERTAINMENT',
] as const;

export type ReactionType = (typeof REACTION_TYPES)[number];

const PATH = '/rest/reactions';

/** Who reacts to what. */
interface Reaction {
	/** `urn:li:person:…` or `urn:li:organization:…` */
	readonly actor: string;
	/** A post, by any of its names, or a comment. */
	readonly urn: string;
}

/**
 * `POST /rest/reactions?actor=…` ("Reactions" page): an actor has one reaction to each post, and another
 * type takes its place. So it may be sent again after an unclear answer; that it is there already is
 * then a success.
 *
 * @param progress what an earlier try of the node did
 * @throws LinkedInError
 */
export function react(
	client: LinkedInClient,
	reaction: Reaction & { readonly type: ReactionType },
	progress = { sent: false },
): Promise<void> {
	return underItsName(reaction.urn, (root) =>
		doRepeatably(client, {
			send: () => send(client, reaction, root),
			doneAlready: 409,
			progress,
		}),
	);
}

async function send(
	client: LinkedInClient,
	reaction: Reaction & { readonly type: ReactionType },
	root: string,
): Promise<void> {
	const purpose = reactPurpose(reaction);
	const answer = await client.callForHeaders({
		method: 'POST',
		restliMethod: 'create',
		repeatable: true,
		path: `${PATH}${buildQuery([['actor', reaction.actor]])}`,
		body: { root, reactionType: reaction.type },
		purpose,
	});
	if (answer.status === 201) return;
	// What an answer to a second reaction is, the page does not say: any that names it is LinkedIn's.
	const { reactionType } = recordOf(parseAnswer(answer.body));
	if (reactionType === reaction.type) return;
	throw unusableAnswerError(new UnexpectedAnswer('it names no reaction'), answer, purpose);
}

/**
 * `DELETE /rest/reactions/(actor:…,entity:…)` ("Reactions" page).
 *
 * @param progress what an earlier try of the node did
 * @returns whether there was one, as far as LinkedIn says: it does not answer the same for the second
 * deletion everywhere
 * @throws LinkedInError
 */
export async function unreact(
	client: LinkedInClient,
	reaction: Reaction,
	progress = { sent: false },
): Promise<boolean> {
	const { actor } = reaction;
	const remove = (entity: string): Promise<void> =>
		client.callWithoutAnswer({
			method: 'DELETE',
			restliMethod: 'delete',
			documented: 204,
			path: `${PATH}/${encodeRecord({ actor, entity })}`,
			purpose: unreactPurpose(reaction),
		});
	try {
		await underItsName(reaction.urn, (entity) =>
			doRepeatably(client, { send: () => remove(entity), doneAlready: 404, progress }),
		);
		return true;
	} catch (error) {
		if (isRefusedWith(error, 404)) return false;
		throw error;
	}
}

/** What the call is for that reacts. */
export function reactPurpose({ actor, urn }: Reaction): CallPurpose {
	return { doing: `react to ${urn}`, right: 'react', owner: actor };
}

/** What the call is for that takes a reaction back. */
export function unreactPurpose({ actor, urn }: Reaction): CallPurpose {
	return { doing: `remove the reaction to ${urn}`, right: 'react', owner: actor };
}
