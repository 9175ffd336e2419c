import { LinkedInError } from './error';
import type { ConnectionError, RenewalError } from './http';
import type { CallPurpose } from './purpose';

/**
 * No answer came.
 *
 * @param unclear LinkedIn may still have carried out the request
 */
export function noAnswerError(
	error: ConnectionError,
	purpose: CallPurpose,
	unclear: boolean,
): LinkedInError {
	const doubt = unclear
		? ' It’s unclear whether LinkedIn received the request, so it was not sent again: it could take effect twice.'
		: '';
	const code = error.code === undefined ? '' : ` (${error.code})`;
	return new LinkedInError(`Could not ${purpose.doing}: ${whatHappened(error)}`, {
		description: `Check your network, then try again.${doubt}`,
		words: `The connection reported: "${error.message}"${code}.`,
		notCarriedOut: error.neverSent,
		code: error.code,
		cause: error,
	});
}

function whatHappened({ neverSent, code }: ConnectionError): string {
	if (neverSent) return 'LinkedIn can’t be reached';
	return code === 'BODY_TIMEOUT' ? 'LinkedIn’s response was cut off' : 'LinkedIn didn’t respond';
}

/** The token had expired, and the token endpoint failed. */
export function notRenewedError(error: RenewalError, purpose: CallPurpose): LinkedInError {
	const status = error.status === undefined ? 'it didn’t respond' : `status ${error.status}`;
	return new LinkedInError(
		`Could not ${purpose.doing}: the LinkedIn connection could not be renewed`,
		{
			description: `LinkedIn’s token endpoint failed (${status}). Try again later. You only need to reconnect if it keeps failing.`,
			status: error.status,
			code: 'TOKEN_NOT_RENEWED',
			cause: error,
			notCarriedOut: true,
		},
	);
}
