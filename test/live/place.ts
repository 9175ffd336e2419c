import { LINKEDIN_API, LINKEDIN_OAUTH, parseBaseUrl } from '../../linkedin/api/hosts';
import { parseUploadUrl } from '../../linkedin/upload/uploadUrl';
import { UsageError } from './usageError';

/** Where the calls of a run go: LinkedIn, or a simulator on this machine. */
export interface Place {
	readonly api: string;
	readonly oauth: string;
	readonly isLinkedIn: boolean;
}

export const LINKEDIN: Place = { api: LINKEDIN_API, oauth: LINKEDIN_OAUTH, isLinkedIn: true };

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * @param base of a simulator; nothing for LinkedIn
 * @throws UsageError for a host that is not this machine: the token of a person goes to LinkedIn alone
 */
export function placeOf(base: string | undefined): Place {
	if (base === undefined || base === '') return LINKEDIN;
	if (!isLoopback(base)) {
		throw new UsageError(
			'LINKEDIN_LIVE_BASE must be a simulator on this machine: http://127.0.0.1:…',
		);
	}
	const url = parseBaseUrl(base);
	return { api: url, oauth: url, isLinkedIn: false };
}

function isLoopback(base: string): boolean {
	try {
		const { hostname, protocol } = new URL(base);
		return protocol === 'http:' && LOOPBACK.has(hostname);
	} catch {
		return false;
	}
}

/** The calls that the questions make: anything else is not sent. */
const API_PATH = /^\/(?:rest|v2)\/[^\\\s]+$/;
const INTROSPECTION = '/oauth/v2/introspectToken';

/**
 * The URL that a call goes to. One that LinkedIn returned passes the product's own rule for upload
 * URLs: LinkedIn's hosts or the base URL, and no path of the API.
 *
 * @throws Problem for any other host
 */
export function addressOf(place: Place, url: string): string {
	if (url === INTROSPECTION) return place.oauth + url;
	if (API_PATH.test(url)) return place.api + url;
	return parseUploadUrl(url, place.api, 'answer').url;
}

export function isApiCall(url: string): boolean {
	return url.startsWith('/');
}
