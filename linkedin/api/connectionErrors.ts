import { LinkedInError } from './error';
import type { ConnectionError, RenewalError } from './http';
import type { CallPurpose } from './purpose';

/**
 * No answer came.
 *
 * @param unclear LinkedIn may have acted on the request nevertheless
 */
export function noAnswerError(
	error: ConnectionError,
	purpose: CallPurpose,
	unclear: boolean,
): LinkedInError {
	const doubt = unclear
		? ' Whether LinkedIn received it is unknown, so it was not sent again: it could have been carried out twice.'
		: '';
	const code = error.code === undefined ? '' : ` (${error.code})`;
	return new LinkedInError(`Could not ${purpose.doing}: ${whatHappened(error)}`, {
		description: `Check the network, and run the workflow again.${doubt}`,
		words: `The connection said: "${error.message}"${code}.`,
		notCarriedOut: error.neverSent,
		code: error.code,
		cause: error,
	});
}

function whatHappened({ neverSent, code }: ConnectionError): string {
	if (neverSent) return 'LinkedIn cannot be reached';
	return code === 'BODY_TIMEOUT'
		? 'LinkedIn’s answer did not come to its end'
		: 'LinkedIn gave no answer';
}

/** The token had ended, and the token endpoint failed. */
export function notRenewedError(error: RenewalError, purpose: CallPurpose): LinkedInError {
	const status = error.status === undefined ? 'it gave no answer' : `status ${error.status}`;
	return new LinkedInError(
		`Could not ${purpose.doing}: the LinkedIn connection could not be renewed`,
		{
			description: `LinkedIn’s token endpoint failed (${status}). Run the workflow again later; there is no need to connect again unless it stays.`,
			status: error.status,
			code: 'TOKEN_NOT_RENEWED',
			cause: error,
			notCarriedOut: true,
		},
	);
}
