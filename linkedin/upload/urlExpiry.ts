import { LinkedInError } from '../api/error';
import { errorBodyOf } from '../api/errorBody';
import type { HttpResponse } from '../api/http';
import type { CallPurpose } from '../api/purpose';

/** Statuses with which an upload URL may be refused; the first one is LinkedIn's for an expired URL. */
const REFUSALS = [401, 403, 410];

/** About an upload URL that LinkedIn returned. */
interface ExpiringUrl {
	/** It is used with the token. */
	readonly authorized: boolean;
	/** Epoch milliseconds; undefined if LinkedIn gave no date. */
	readonly expiresAt: number | undefined;
}

/**
 * Whether an answer means that the URL has expired: it has LinkedIn's code for it, or it is a
 * refusal after the URL's expiry date. LinkedIn documents 400 EXPIRED_UPLOAD_URL in its table, and
 * a bare 401 in its text; a proxy in between returns the same statuses.
 *
 * The date is compared with the clock of the server that answered, since a worker's own may be
 * hours off.
 *
 * @param now epoch milliseconds, for an answer without a date
 */
export function isExpiry({ expiresAt }: ExpiringUrl, response: HttpResponse, now: number): boolean {
	if (errorBodyOf(response).code === 'EXPIRED_UPLOAD_URL') return true;
	if (expiresAt === undefined || !REFUSALS.includes(response.status)) return false;
	const answered = Date.parse(response.headers.get('date') ?? '');
	// Dates in headers have no milliseconds.
	const at = Number.isNaN(answered) ? now : answered + 999;
	return at >= expiresAt;
}

/** A refusal that concerns the URL and not the connection, although the URL has not expired. */
export function isRefusedUrl({ authorized }: ExpiringUrl, { status }: HttpResponse): boolean {
	return authorized ? status === 410 : REFUSALS.includes(status);
}

/** @param refused LinkedIn's answer as an error; undefined before it was asked */
export function expiredUrlError(purpose: CallPurpose, refused?: LinkedInError): LinkedInError {
	return new LinkedInError(`Could not ${purpose.doing}: the upload URL has expired`, {
		...refused?.facts,
		description: 'Start a new upload: upload URLs can’t be renewed. You don’t need to reconnect.',
		code: 'EXPIRED_UPLOAD_URL',
	});
}

/**
 * What LinkedIn is going to refuse by the date that it gave.
 *
 * @param now epoch milliseconds
 */
export function foreseenExpiry(
	purpose: CallPurpose,
	{ expiresAt }: { readonly expiresAt?: number },
	now: number,
): LinkedInError | undefined {
	return expiresAt !== undefined && expiresAt <= now ? expiredUrlError(purpose) : undefined;
}

/** @param refused the answer as an error */
export function refusedUrlError(purpose: CallPurpose, refused: LinkedInError): LinkedInError {
	return new LinkedInError(`Could not ${purpose.doing}: the upload URL was refused`, {
		...refused.facts,
		description:
			'LinkedIn, or a proxy or firewall in between, refused it. You don’t need to reconnect: no token was sent. Try again later. If it is refused again, start a new upload.',
		code: 'UPLOAD_URL_REFUSED',
	});
}
