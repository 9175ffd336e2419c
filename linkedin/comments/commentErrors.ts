import { factsOf } from '../api/answerErrors';
import { isRefusedWith, LinkedInError } from '../api/error';
import type { HttpResponse } from '../api/http';
import { isUnclear } from '../api/retry';
import { isCommentThrottle } from '../api/throttle';
import type { Suspicion } from '../posts/ownership';
import { postUrl } from '../posts/urns';
import { commentUrl } from './commentUrn';
import type { Commented } from './thread';

/**
 * Nobody knows whether the comment is published: it must not be sent again unseen. Its code is
 * `COMMENT_UNCLEAR`, or `MISSING_COMMENT_ID`, so that a workflow can tell it from a refusal.
 */
export class UnclearComment extends LinkedInError {}

const UNCLEAR = 'COMMENT_UNCLEAR';
const MISSING_ID = 'MISSING_COMMENT_ID';

/** A comment that was sent once, with no clear answer, and is asked for again. */
export function commentSentBeforeError(post: string): UnclearComment {
	return new UnclearComment(
		'The comment was sent before, and it’s unclear whether it was published',
		{ description: whereToLook(post, undefined), code: UNCLEAR },
	);
}

/** The answer to a create is 201 with the comment (Comments API page); this one names none. */
export function missingUrnError(answer: HttpResponse): LinkedInError {
	return new LinkedInError('LinkedIn reported success, but returned no comment ID', {
		description: '',
		...factsOf(answer),
		code: MISSING_ID,
	});
}

/** The same failure, with its meaning for the comment. */
export function commentError(
	error: LinkedInError,
	on: Commented,
	suspicion: Suspicion | undefined,
): LinkedInError {
	const { post } = on;
	const { message, facts, code } = error;
	if (isUnclear(error)) {
		return new UnclearComment(message, {
			...facts,
			description: whereToLook(post, code),
			code: code === MISSING_ID ? code : UNCLEAR,
		});
	}
	return new LinkedInError(message, { ...facts, description: refusalAdvice(error, on, suspicion) });
}

/** Comments API page, error table: pictures in comments may not be supported (403, `[/content]`). */
export function isOfImage(refusal: LinkedInError): boolean {
	return isRefusedWith(refusal, 403) && /\[\/content\b/.test(refusal.words);
}

function refusalAdvice(
	error: LinkedInError,
	on: Commented,
	suspicion: Suspicion | undefined,
): string {
	const { status, description, words } = error;
	if (isOfImage(error)) {
		return 'LinkedIn did not accept the image, so the comment was not published. Remove the image, or set "If Image Is Refused" to "Comment Without It".';
	}
	if (isCommentThrottle(words)) {
		return 'LinkedIn limits how many comments a member may publish per minute. Publish fewer at once, or wait between them.';
	}
	const suspected = suspicion?.statuses.includes(status ?? 0) === true ? suspicion.text : '';
	if (status === 404) {
		return [missingAdvice(on), suspected].filter((text) => text !== '').join(' ');
	}
	const own = description.slice(0, description.length - words.length).trim();
	if (suspected !== '') return `${own} ${suspected}`.trim();
	// No document says how LinkedIn refuses where comments are closed; these name another reason.
	const hasReason = /\[\/|\bpartnerApi/.test(words);
	const mayBeClosed = (status === 403 || status === 422) && !hasReason;
	return mayBeClosed ? `${own} Comments on the post may also be turned off.` : own;
}

/** Of a comment that is replied to, LinkedIn's refusal doesn't say whether it or its post is missing. */
function missingAdvice({ post, parent }: Commented): string {
	const [what, url] = parent ? ['comment', commentUrl(parent)] : ['post', postUrl(post)];
	const why = parent ? 'The comment that it replies to was probably deleted. ' : '';
	return `The comment was not published. ${why}Check that the ${what} still exists (${url}) and that the connected member can see it.`;
}

function whereToLook(post: string, code: string | undefined): string {
	const where = `Check the comments of the post (${postUrl(post)}) before you run the workflow again.`;
	return code === MISSING_ID
		? `The comment was probably published. ${where}`
		: `LinkedIn may still have published the comment, so it was not sent again. ${where}`;
}
