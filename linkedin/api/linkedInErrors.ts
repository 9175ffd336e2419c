import { refusalError } from './answerErrors';
import { noAnswerError, notRenewedError } from './connectionErrors';
import type { LinkedInError } from './error';
import type { HttpResponse } from './http';
import type { CallPurpose } from './purpose';
import type { RequestErrors } from './repeat';
import type { TokenFacts } from './token';

/**
 * The errors that failures of a request to LinkedIn become.
 *
 * @param repeatable sending it twice does no harm, so a lost answer leaves no doubt
 */
export function linkedInErrors(
	purpose: CallPurpose,
	{ token, now }: { readonly token: TokenFacts; readonly now: () => number },
	repeatable: boolean,
): RequestErrors<HttpResponse, LinkedInError> {
	return {
		refusalError: (response) => refusalError(response, purpose, token, now()),
		noAnswerError: (error) => noAnswerError(error, purpose, !repeatable && !error.neverSent),
		notRenewedError: (error) => notRenewedError(error, purpose),
	};
}
