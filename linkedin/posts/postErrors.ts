import { LinkedInError } from '../api/error';
import { factsOf } from '../api/answerErrors';
import { explainStatus } from '../api/explainStatus';
import type { HttpResponse } from '../api/http';
import { isUnclear } from '../api/retry';
import type { PostRequest } from './content';
import type { Suspicion } from './ownership';
import { refusedField } from './refusedField';
import { placeToLook, postUrl } from './urns';

/**
 * Nobody knows whether the post is out: it must not be sent again unseen. Its code is `POST_UNCLEAR`, or
 * `MISSING_POST_ID`, so that a workflow can tell it from a refusal; what happened is in the message.
 */
export class UnclearPost extends LinkedInError {}

const UNCLEAR = 'POST_UNCLEAR';

/** A post that was sent once, with no clear answer, and is asked for again. */
export function sentBeforeError(post: PostRequest): UnclearPost {
	return new UnclearPost('The post was sent before, and it’s unclear whether it was published', {
		description: adviceFor(post, undefined),
		code: UNCLEAR,
	});
}

/**
 * The answer to a create is 201 with the post's ID, in a header or in the body; this one is
 * different.
 */
export function missingIdError(answer: HttpResponse): LinkedInError {
	return new LinkedInError('LinkedIn reported success, but returned no post ID', {
		description: '',
		...factsOf(answer),
		code: 'MISSING_POST_ID',
	});
}

/** The same failure, with its meaning for the post. */
export function postError(
	error: LinkedInError,
	post: PostRequest,
	suspicion: Suspicion | undefined,
): LinkedInError {
	const { message, status, code, facts } = error;
	if (isUnclear(error)) {
		return new UnclearPost(message, {
			...facts,
			description: adviceFor(post, code),
			code: code === 'MISSING_POST_ID' ? code : UNCLEAR,
		});
	}
	if (isDuplicate(error)) return duplicateError(error);
	const advice = [
		status === 422
			? `Nothing was posted. ${refusedField(error.words) ?? 'Check the field named in LinkedIn’s message.'}`
			: adviceIn(error),
		suspicion !== undefined && suspicion.statuses.includes(status ?? 0) ? suspicion.text : '',
	];
	return new LinkedInError(message, {
		...facts,
		description: advice.filter((text) => text !== '').join(' '),
	});
}

/** What to do next, without LinkedIn's own words, which every error ends with. */
function adviceIn({ description, words }: LinkedInError): string {
	return description.slice(0, description.length - words.length).trim();
}

function adviceFor({ author, adAccount }: PostRequest, code: string | undefined): string {
	const place = placeToLook(author, adAccount);
	return code === 'MISSING_POST_ID'
		? `The post was probably published. Check ${place} before you run the workflow again.`
		: `LinkedIn may still have published the post, so it was not sent again. Check ${place} before you run the workflow again.`;
}

/** The message that LinkedIn documents for a duplicate (UGC Post API), which names the earlier post. */
const DUPLICATE_OF = /duplicate of (urn:li:(?:share|ugcPost):[0-9]+)/;

/** Other refusals with 422 concern a field. */
function isDuplicate({ code, words }: LinkedInError): boolean {
	return code === 'DUPLICATE_POST' || DUPLICATE_OF.test(words);
}

/** The block ends after ten minutes (UGC Post API). The earlier post may be unreadable for days. */
function duplicateError({ words, facts }: LinkedInError): LinkedInError {
	const earlier = DUPLICATE_OF.exec(words)?.[1];
	const where =
		earlier === undefined
			? 'LinkedIn considers it a duplicate of a post that the author published in the last 10 minutes.'
			: `LinkedIn considers it a duplicate of ${postUrl(earlier)}, which can take a day or two to become visible.`;
	const { what } = explainStatus(422, 'DUPLICATE_POST');
	return new LinkedInError(`Could not publish the post: ${what}`, {
		...facts,
		code: 'DUPLICATE_POST',
		description: `Nothing was posted now. ${where} LinkedIn blocks the same content for about 10 minutes. Wait, or change the text or the media to post right away.`,
	});
}
