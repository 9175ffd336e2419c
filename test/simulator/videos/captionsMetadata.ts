import { isDeepStrictEqual } from 'node:util';
import { tryParseJson } from '../core/json';
import { refuseBytes } from '../core/refusal';
import type { Entry } from './multipart';

/** linkedin-videos-api, "Upload Captions": the one document that the page shows. */
const expected = {
	format: 'SRT',
	formattedForEasyReader: true,
	largeText: true,
	source: 'USER_PROVIDED',
	locale: { variant: 'AMERICAN', country: 'US', language: 'EN' },
	transcriptType: 'CLOSED_CAPTION',
};

/** assumed: as only English captions are supported, exactly this document, in any key order. */
export function requireCaptionsMetadata(entry: Entry | undefined): unknown {
	if (entry === undefined || entry.fileName !== undefined) {
		throw refuseBytes(400, 'metadata must be sent as a field');
	}
	// A field without a type of its own is text/plain (RFC 7578).
	if (!['text/plain', 'application/json'].includes(entry.contentType)) {
		throw refuseBytes(400, `metadata must not be ${entry.contentType}`);
	}
	const parsed = tryParseJson(entry.content.toString('utf8'));
	if (parsed === undefined) throw refuseBytes(400, 'metadata is not JSON');
	if (!isDeepStrictEqual(parsed.value, expected)) {
		throw refuseBytes(400, `metadata must be ${JSON.stringify(expected)}`);
	}
	return parsed.value;
}
