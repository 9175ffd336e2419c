import { encodeValue } from '../../../linkedin/api/restli';
import type { Answer } from '../exchange';
import type { Live } from '../live';
import { MARK } from '../mark';
import { scene } from '../scene';
import { textPost } from './posts';

/** A comment on a post, by whichever of its URNs. It goes with its post, which is deleted. */
export async function commentOn(live: Live, object: string, text: string): Promise<Answer> {
	const actor = await live.session.owner();
	const json = { actor, object, message: { text: `${MARK}: ${text}` } };
	return live.rest('create', `socialActions/${encodeValue(object)}/comments`, { json });
}

/** What a comment on the post of text is answered with, accepted or not. */
export const firstComment = scene({ calls: 1, removal: 0 }, async (live): Promise<Answer> => {
	const { urn } = await textPost(live);
	return commentOn(live, urn, 'by the URN of the post');
});
