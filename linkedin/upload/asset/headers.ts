import type { JsonFields } from '../../api/parse';

/** Names of headers that are ours or the connection's to set, whatever an answer says. */
const NOT_TAKEN_OVER =
	/^(authorization|connection|content-length|cookie|expect|host|proxy-.*|transfer-encoding|upgrade)$/i;

/** `media-type-family: STILLIMAGE`, `Content-Type: …`: they go with the PUT. */
export function readHeaders(request: JsonFields | undefined): Record<string, string> {
	const headers: Record<string, string> = { 'Content-Type': 'application/octet-stream' };
	for (const [name, value] of Object.entries(request?.optionalObject('headers')?.all() ?? {})) {
		if (typeof value !== 'string' || NOT_TAKEN_OVER.test(name)) continue;
		headers[name.toLowerCase() === 'content-type' ? 'Content-Type' : name] = value;
	}
	return headers;
}
