/** One request that someone else may make: PUT exactly these bytes to this address. */
export interface PresignedPart {
	/** From 1, in LinkedIn's order, which is also the order of the ids afterwards. */
	readonly partNumber: number;
	readonly firstByte: number;
	/** Inclusive. Null: to the end of the file, whose size was not given. */
	readonly lastByte: number | null;
	/** Bytes, and so the `Content-Length`. */
	readonly size: number | null;
	readonly uploadUrl: string;
	/** To be sent besides `Content-Length`. */
	readonly headers: Readonly<Record<string, string>>;
}

/**
 * An upload that LinkedIn accepted and whose bytes someone else sends: the same view for videos,
 * images, documents and legacy assets.
 */
export interface PresignedUpload {
	readonly urn: string;
	readonly uploadType: 'SINGLE' | 'MULTIPART';
	readonly parts: readonly PresignedPart[];
	/**
	 * The PUT needs `Authorization: Bearer` with the token of the connection, which does not leave n8n.
	 * False: the addresses are all that is needed, and a token would be refused.
	 */
	readonly requiresAuthorization: boolean;
	/** Epoch milliseconds after which LinkedIn refuses the addresses; null where it names no time. */
	readonly expiresAt: number | null;
}

/** Every address takes plain bytes; what an answer names besides goes with it. */
const OCTET_STREAM = { 'Content-Type': 'application/octet-stream' };

/** The part of an upload session that says what is to be sent in parts. */
interface PartsSession {
	readonly urn: string;
	readonly expiresAt?: number;
	readonly parts: ReadonlyArray<
		Pick<PresignedPart, 'partNumber' | 'firstByte' | 'uploadUrl'> & { readonly lastByte: number }
	>;
}

/** A video's: parts that take no token (linkedin-videos-api, "Upload the Video"). */
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

/** What one address takes that is the whole upload. */
interface WholeSession {
	readonly urn: string;
	readonly uploadUrl: string;
	readonly expiresAt?: number;
}

/** An image's or a document's: the whole file in one PUT with the token (linkedin-images-api). */
export function presignedWhole({ urn, uploadUrl, expiresAt }: WholeSession): PresignedUpload {
	return {
		urn,
		uploadType: 'SINGLE',
		parts: [wholeFile(uploadUrl, OCTET_STREAM, undefined)],
		requiresAuthorization: true,
		expiresAt: expiresAt ?? null,
	};
}

/** @param size bytes, where it is known */
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
