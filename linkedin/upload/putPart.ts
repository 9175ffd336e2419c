import { LinkedInError } from '../api/error';
import type { Right } from '../api/permissions';
import type { CallPurpose } from '../api/purpose';
import type { UploadContext } from './context';
import { partIdFromETag } from './etag';
import { sendToUploadUrl } from './send';
import type { SessionPart } from './session';
import { foreseenExpiry } from './urlExpiry';

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
	const { expiresAt } = upload;
	const purpose = partPurpose(upload, part);
	const response = await sendToUploadUrl(
		context,
		{
			url: part.uploadUrl,
			body: bytes,
			headers: part.headers,
			purpose,
			expiresAt,
			arrived,
			onTrouble,
			authorized: false,
		},
		signal,
	);
	const etag = partIdFromETag(response.headers.get('etag'));
	if (etag !== undefined) return etag;
	throw new LinkedInError(`Could not ${purpose.doing}: LinkedIn’s response has no ETag`, {
		description:
			'Without the ID of the part, the upload can’t be completed, so it was stopped. Try again.',
		status: response.status,
		code: 'MISSING_ETAG',
	});
}

/** By which errors call a part. */
type Named = Pick<PartsUpload, 'owner' | 'fileName' | 'right'> & {
	readonly parts: readonly SessionPart[];
};

/** What sending a part is for. */
export function partPurpose(upload: Named, { partNumber }: SessionPart): CallPurpose {
	const { fileName, parts, right = 'uploadVideo', owner } = upload;
	return { doing: `upload part ${partNumber} of ${parts.length} of "${fileName}"`, right, owner };
}

/**
 * What sending the missing parts is going to fail with, because their URLs have expired.
 *
 * @param now epoch milliseconds
 */
export function foreseenPartsExpiry(
	upload: Named & Pick<PartsUpload, 'expiresAt'>,
	now: number,
): LinkedInError | undefined {
	const missing = upload.parts.find(({ etag }) => etag === undefined);
	return missing && foreseenExpiry(partPurpose(upload, missing), upload, now);
}
