import { refusals } from '../core/catalogue';
import type { SimRequest } from '../core/http';

/**
 * linkedin-videos-api, linkedin-images-api: "All APIs require ... X-Restli-Protocol-Version:
 * 2.0.0". public (rest.li): another version is a 400 with this wording. assumed: so is none.
 */
export function requireProtocolVersion(request: SimRequest): void {
	const header = request.headers['x-restli-protocol-version']?.trim();
	if (header === undefined || header === '') throw refusals.protocolMissing();
	if (header !== '2.0.0') throw refusals.protocolUnsupported(header);
}
