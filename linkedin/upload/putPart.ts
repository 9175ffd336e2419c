import { LinkedInError } from '../api/error';
import type { Right } from '../api/permissions';
import type { UploadContext } from './context';
import { partIdFromETag } from './etag';
import { sendToUploadUrl } from './send';
import type { SessionPart } from './session';

/** What sending the parts of a session needs, and where the result is stored. */
export interface PartsUpload {
	readonly owner: string;
	readonly fileName: string;
	readonly fileSizeBytes: number;
	readonly expiresAt?: number;
	readonly parts: readonly PartToPut[];
	firstPartSha256?: string;
	/** Default: as for videos. */
	readonly right?: Right;
}

interface PartToPut extends SessionPart {
	/** Headers that LinkedIn's plan requires besides the content type. */
	readonly headers?: Readonly<Record<string, string>>;
}

interface PartSending {
	readonly part: PartToPut;
	readonly bytes: Buffer;
	/** Grows with each part of the upload that arrives. */
	readonly arrived: () => number;
	readonly onTrouble: () => void;
}

/**
 * Sends one part to its own URL.
 *
 * @returns its ID, from the answer's ETag
 * @throws LinkedInError for a refused part or one without an ETag; CancelledError
 */
export async function putPart(
	context: UploadContext,
	upload: PartsUpload,
	{ part, bytes, arrived, onTrouble }: PartSending,
	signal: AbortSignal,
): Promise<string> {
	const { fileName, parts, right = 'uploadVideo', owner, expiresAt } = upload;
	const doing = `upload part ${part.partNumber} of ${parts.length} of "${fileName}"`;
	const response = await sendToUploadUrl(
		context,
		{
			url: part.uploadUrl,
			body: bytes,
			headers: part.headers,
			purpose: { doing, right, owner },
			expiresAt,
			arrived,
			onTrouble,
			authorized: false,
		},
		signal,
	);
	const etag = partIdFromETag(response.headers.get('etag'));
	if (etag !== undefined) return etag;
	throw new LinkedInError(`Could not ${doing}: LinkedIn’s response has no ETag`, {
		description:
			'Without the ID of the part, the upload can’t be completed, so it was stopped. Try again.',
		status: response.status,
		code: 'MISSING_ETAG',
	});
}
