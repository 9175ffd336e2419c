import type { RegisteredAsset } from './answer';
import type { ApiPath } from './path';
import type { AssetMediaType } from './recipes';
import type { AssetRegistration } from './register';

/** A request of a legacy upload; `etag` stands once the bytes of a part are on LinkedIn. */
export interface AssetPart {
	readonly partNumber: number;
	readonly firstByte: number;
	/** Inclusive. Null where the size was not given: to the end of the file. */
	readonly lastByte: number | null;
	readonly uploadUrl: string;
	/** What LinkedIn wants to go with the bytes. */
	readonly headers: Readonly<Record<string, string>>;
	etag?: string;
}

/**
 * Everything that is needed to carry out the upload of a legacy asset, or to go on with it. Signed
 * URLs stand in it as in the session of a video.
 */
export interface AssetUploadSession {
	readonly urn: string;
	readonly owner: string;
	readonly fileName: string;
	/** Null for an image that was registered without its size. */
	readonly fileSizeBytes: number | null;
	readonly mediaType: AssetMediaType;
	readonly recipe: string;
	readonly apiPath: ApiPath;
	readonly mediaArtifact: string;
	/** With parts only: to be sent back as it came. */
	readonly metadata?: string;
	/** Epoch milliseconds. */
	readonly expiresAt?: number;
	readonly parts: readonly AssetPart[];
	/** Of an upload in parts: what a later run knows the file by, once its first part was read. */
	firstPartSha256?: string;
	/** The completion was sent; without `finalized` its answer was lost, and only LinkedIn knows. */
	finalizeSent?: boolean;
	/** The bytes are on LinkedIn and, where there are parts, linked. */
	finalized: boolean;
}

export function isAssetSession(value: object): value is AssetUploadSession {
	return 'parts' in value && 'mediaArtifact' in value;
}

/** What a registration begins. */
export function openAssetSession(
	registration: AssetRegistration,
	registered: RegisteredAsset,
): AssetUploadSession {
	const { owner, fileName, fileSizeBytes, mediaType, recipe, apiPath } = registration;
	const { urn, mediaArtifact, metadata, expiresAt } = registered;
	return {
		urn,
		owner,
		fileName,
		fileSizeBytes: fileSizeBytes ?? null,
		mediaType,
		recipe,
		apiPath,
		mediaArtifact,
		...(metadata === undefined ? {} : { metadata }),
		...(expiresAt === undefined ? {} : { expiresAt }),
		parts: registered.parts.map(({ partNumber, firstByte, lastByte, uploadUrl, headers }) => ({
			partNumber,
			firstByte,
			lastByte,
			uploadUrl,
			headers,
		})),
		finalized: false,
	};
}
