import { refusals } from '../core/catalogue';
import type { SimRequest } from '../core/http';
import { refuseBytes } from '../core/refusal';
import type { Settings } from '../core/settings';
import type { Simulation } from '../core/simulation';

/**
 * linkedin-vector-assets-api: the upload call of a video "should not include an OAuth token in
 * the 'Authorization' header". assumed: one that comes is refused with 400.
 */
export function refuseToken(request: SimRequest, settings: Settings): void {
	if (request.headers.authorization === undefined) return;
	if (settings.readings.tokenOnSignedUrls === 'ignored') return;
	throw refuseBytes(400, 'Only one auth mechanism allowed');
}

/** assumed: an address whose signature was changed opens nothing. */
export function requireSignature(
	request: SimRequest,
	settings: Settings,
	parameter: string,
	expected: string,
): void {
	if (request.query.get(parameter) === expected) return;
	throw refuseBytes(settings.readings.wrongSignature === '401' ? 401 : 403, 'Invalid signature');
}

/**
 * linkedin-videos-api, schema: "Trying to upload to expired URLs would throw a 401 error"; its
 * error table: 400 EXPIRED_UPLOAD_URL.
 */
export function requireFreshUrl(expiresAt: number, now: number, settings: Settings): void {
	if (now < expiresAt) return;
	if (settings.readings.expiredUrl === '400') throw refusals.expiredUploadUrl();
	throw refuseBytes(401, 'The upload URL is expired');
}

export interface SignedAddress<Upload> {
	readonly parameter: 'sau' | 'ut';
	signature(upload: Upload): string;
}

/** What every address that was handed out for an upload has in common, looked at in this order. */
export function requireUpload<Upload extends { readonly urlsExpireAt: number }>(
	{ clock, settings }: Simulation,
	request: SimRequest,
	found: Upload | undefined,
	address: SignedAddress<Upload>,
): Upload {
	if (found === undefined) throw refuseBytes(404, 'No such upload');
	requireSignature(request, settings, address.parameter, address.signature(found));
	requireFreshUrl(found.urlsExpireAt, clock.now(), settings);
	return found;
}

/** linkedin-videos-api: parts and thumbnail are sent as `Content-Type:application/octet-stream`. */
export function requireOctetStream(request: SimRequest): void {
	const type = request.headers['content-type'] ?? '(none)';
	if (type.trim().toLowerCase() === 'application/octet-stream') return;
	throw refuseBytes(415, `Content-Type ${type} is not application/octet-stream`);
}

/** linkedin-videos-api: the sample uploads carry a Content-Length. assumed: 411 without. */
export function requireLength(request: SimRequest): number {
	const header = request.headers['content-length'];
	if (header === undefined || !/^\d+$/.test(header)) {
		throw refuseBytes(411, 'Content-Length is required');
	}
	return Number(header);
}

export function requireVerb(request: SimRequest, verb: string): void {
	if (request.method !== verb) throw refusals.wrongVerb(request.method, verb);
}
