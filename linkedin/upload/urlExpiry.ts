import { LinkedInError } from '../api/error';
import { errorBodyOf } from '../api/errorBody';
import type { HttpResponse } from '../api/http';
import type { CallPurpose } from '../api/purpose';

/** Whether a URL's own date has passed; one without a date never expires. */
export function isPast(expiresAt: number | undefined, now: number): boolean {
	return expiresAt !== undefined && now >= expiresAt;
}

/** What decides whether a refusal is about the URL. */
interface ExpiringUrl {
	readonly authorized: boolean;
	readonly expiresAt: number | undefined;
}

/**
 * Whether an answer says that the URL has expired.
 *
 * LinkedIn documents that as 401 in its text and as 400 EXPIRED_UPLOAD_URL in its table.
 * Where no token was sent, 401, 403 and 410 can only mean the URL. Where one was, a 401 can mean
 * either: the URL's own date decides before the token is blamed.
 */
export function isExpiry(upload: ExpiringUrl, response: HttpResponse, now: number): boolean {
	const { status } = response;
	if (status === 400) return errorBodyOf(response).code === 'EXPIRED_UPLOAD_URL';
	if (!upload.authorized) return [401, 403, 410].includes(status);
	return status === 410 || (status === 401 && isPast(upload.expiresAt, now));
}

/** @param refused LinkedIn's answer as an error, or undefined where the clock alone says so */
export function expiredUrlError(
	purpose: CallPurpose,
	refused: LinkedInError | undefined,
): LinkedInError {
	const advice =
		'Start a new upload: LinkedIn’s upload URLs cannot be renewed. Your connection to LinkedIn is not the reason, there is no need to connect again.';
	return new LinkedInError(
		`Could not ${purpose.doing}: the upload URL has expired or is no longer valid`,
		{
			description: `${advice} ${refused?.words ?? 'Its own date has passed.'}`,
			status: refused?.status,
			requestId: refused?.requestId,
			code: 'EXPIRED_UPLOAD_URL',
		},
	);
}
