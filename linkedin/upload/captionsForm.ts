import { randomUUID } from 'crypto';

/** The only captions that LinkedIn documents: English SRT, closed captions. */
const METADATA = {
	format: 'SRT',
	formattedForEasyReader: true,
	largeText: true,
	source: 'USER_PROVIDED',
	locale: { variant: 'AMERICAN', country: 'US', language: 'EN' },
	transcriptType: 'CLOSED_CAPTION',
};

/** A body and the header that describes it. */
export interface MultipartForm {
	readonly contentType: string;
	readonly body: Buffer;
}

/**
 * The form data for captions (linkedin-videos-api, "Upload Captions"): field `metadata`, then field
 * `file`.
 *
 * One Buffer with its own boundary: its length is known, so Content-Length is exact with every HTTP
 * library; with some, FormData objects are sent chunked or with another content type.
 */
export function captionsForm(srt: Buffer, fileName: string): MultipartForm {
	const boundary = `captions-${randomUUID()}`;
	const quotedName = fileName.replace(/["\\\r\n]/g, '_');
	const head = [
		`--${boundary}`,
		'Content-Disposition: form-data; name="metadata"',
		'',
		JSON.stringify(METADATA),
		`--${boundary}`,
		`Content-Disposition: form-data; name="file"; filename="${quotedName}"`,
		'Content-Type: text/plain',
		'',
		'',
	].join('\r\n');
	return {
		contentType: `multipart/form-data; boundary=${boundary}`,
		body: Buffer.concat([Buffer.from(head), srt, Buffer.from(`\r\n--${boundary}--\r\n`)]),
	};
}
