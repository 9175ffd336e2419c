import { LinkedInError } from '../api/error';
import { isUnclear } from '../api/retry';
import type { PostRequest } from './content';
import { placeToLook, postUrl } from './urns';

/** Nobody knows whether the post is out: it must not be sent again unseen. */
export class UnclearPost extends LinkedInError {}

/** A post that was sent once, with no clear answer, and is asked for again. */
export function sentBeforeError(post: PostRequest): UnclearPost {
	return new UnclearPost('The post was sent before, and LinkedIn’s answer was unclear', {
		description: adviceFor(post, undefined),
		code: 'POST_UNCLEAR',
	});
}

/** LinkedIn names the post that is there already in its words. */
const EARLIER_POST = /urn:li:(?:share|ugcPost):[0-9]+/;

/** LinkedIn's answer has no id in its headers. */
export function missingIdError(): LinkedInError {
	return new LinkedInError('LinkedIn accepted the post, but did not say its id', {
		description: '',
		code: 'MISSING_POST_ID',
	});
}

/** The same failure with what it means for a post. */
export function postError(
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
export function mayBeOut(error: LinkedInError): boolean {
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
