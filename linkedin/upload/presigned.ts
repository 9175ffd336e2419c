/** One request for another system to send: PUT exactly these bytes to this URL. */
export interface PresignedPart {
	/** From 1, in LinkedIn's order, in which the IDs must be returned afterwards. */
	readonly partNumber: number;
	readonly firstByte: number;
	/** Inclusive. Null: to the end of the file, because its size was not given. */
	readonly lastByte: number | null;
	/** Number of bytes, and so the `Content-Length`. */
	readonly size: number | null;
	readonly uploadUrl: string;
	/** To be sent besides `Content-Length`. */
	readonly headers: Readonly<Record<string, string>>;
}

/**
 * An upload that LinkedIn accepted and whose file another system sends: the same fields for videos,
 * images, documents and legacy assets.
 */
export interface PresignedUpload {
	readonly urn: string;
	readonly uploadType: 'SINGLE' | 'MULTIPART';
	readonly parts: readonly PresignedPart[];
	/**
	 * The PUT requires `Authorization: Bearer` with the connection's token, which doesn't leave n8n.
	 * False: only the URLs are needed, and a token would be refused.
	 */
	readonly requiresAuthorization: boolean;
	/** Epoch milliseconds after which LinkedIn refuses the URLs; null if it doesn't say. */
	readonly expiresAt: number | null;
}

/** Every URL accepts plain bytes; other headers named in the answer are added. */
const OCTET_STREAM = { 'Content-Type': 'application/octet-stream' };

/** The part of an upload session that says which parts to send. */
interface PartsSession {
	readonly urn: string;
	readonly expiresAt?: number;
	readonly parts: ReadonlyArray<
		Pick<PresignedPart, 'partNumber' | 'firstByte' | 'uploadUrl'> & { readonly lastByte: number }
	>;
}

/** For a video: parts without a token (linkedin-videos-api, "Upload the Video"). */
export function presignedParts({ urn, expiresAt, parts }: PartsSession): PresignedUpload {
	return {
		urn,
		uploadType: parts.length === 1 ? 'SINGLE' : 'MULTIPART',
		parts: parts.map(({ partNumber, firstByte, lastByte, uploadUrl }) => ({
			partNumber,
			firstByte,
			lastByte,
			size: lastByte - firstByte + 1,
			uploadUrl,
			headers: OCTET_STREAM,
		})),
		requiresAuthorization: false,
		expiresAt: expiresAt ?? null,
	};
}

/** The upload of a whole file to one URL. */
interface WholeSession {
	readonly urn: string;
	readonly uploadUrl: string;
	readonly expiresAt?: number;
}

/** For an image or a document: the whole file in one PUT with the token (linkedin-images-api). */
export function presignedWhole({ urn, uploadUrl, expiresAt }: WholeSession): PresignedUpload {
	return {
		urn,
		uploadType: 'SINGLE',
		parts: [wholeFile(uploadUrl, OCTET_STREAM, undefined)],
		requiresAuthorization: true,
		expiresAt: expiresAt ?? null,
	};
}

/** @param size bytes, if known */
export function wholeFile(
	uploadUrl: string,
	headers: Readonly<Record<string, string>>,
	size: number | undefined,
): PresignedPart {
	return {
		partNumber: 1,
		firstByte: 0,
		lastByte: size === undefined ? null : size - 1,
		size: size ?? null,
		uploadUrl,
		headers,
	};
}
