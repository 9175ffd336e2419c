import { unusableAnswerError } from '../api/answerErrors';
import type { LinkedInClient } from '../api/client';
import { isRefusedWith, LinkedInError } from '../api/error';
import { parseAnswer, recordOf, UnexpectedAnswer } from '../api/parse';
import type { CallPurpose } from '../api/purpose';
import { buildQuery, encodeRecord } from '../api/restli';
import { isSuccess } from '../api/retry';
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
 * @throws LinkedInError
 */
export function react(
	client: LinkedInClient,
	reaction: Reaction & { readonly type: ReactionType },
): Promise<void> {
	return underItsName(reaction.urn, async (root) => {
		const before = client.retries;
		try {
			await send(client, reaction, root).catch((error: unknown) => {
				// A success that is not LinkedIn's: a gateway's page.
				if (!(error instanceof LinkedInError) || !isSuccess(error.status)) throw error;
				client.retries += 1;
				return send(client, reaction, root);
			});
		} catch (error) {
			if (client.retries === before || !isRefusedWith(error, 409)) throw error;
		}
	});
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
 * @returns whether there was one, as far as LinkedIn says: it does not answer the same for the second
 * deletion everywhere
 * @throws LinkedInError
 */
export function unreact(client: LinkedInClient, reaction: Reaction): Promise<boolean> {
	const { actor } = reaction;
	return underItsName(reaction.urn, async (entity) => {
		const before = client.retries;
		const remove = (): Promise<void> =>
			client.callWithoutAnswer({
				method: 'DELETE',
				restliMethod: 'delete',
				documented: 204,
				path: `${PATH}/${encodeRecord({ actor, entity })}`,
				purpose: unreactPurpose(reaction),
			});
		try {
			await remove().catch((error: unknown) => {
				if (!(error instanceof LinkedInError) || !isSuccess(error.status)) throw error;
				client.retries += 1;
				return remove();
			});
			return true;
		} catch (error) {
			if (!isRefusedWith(error, 404)) throw error;
			// After a lost answer it is the first try that has removed it.
			return client.retries > before;
		}
	});
}

/** What the call is for that reacts. */
export function reactPurpose({ actor, urn }: Reaction): CallPurpose {
	return { doing: `react to ${urn}`, right: 'react', owner: actor };
}

/** What the call is for that takes a reaction back. */
export function unreactPurpose({ actor, urn }: Reaction): CallPurpose {
	return { doing: `remove the reaction to ${urn}`, right: 'react', owner: actor };
}
