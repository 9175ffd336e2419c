import type { RegisteredAsset } from './answer';
import type { ApiPath } from './path';
import type { AssetMediaType } from './recipes';
import type { AssetRegistration } from './register';

/** A request of a legacy upload; `etag` is set once a part is on LinkedIn. */
export interface AssetPart {
	readonly partNumber: number;
	readonly firstByte: number;
	/** Inclusive. Null if the size was not given: to the end of the file. */
	readonly lastByte: number | null;
	readonly uploadUrl: string;
	/** The headers that LinkedIn requires with the file. */
	readonly headers: Readonly<Record<string, string>>;
	etag?: string;
}

/**
 * Everything that is needed to upload a legacy asset, or to resume the upload. Contains signed
 * URLs, like the session of a video.
 */
export interface AssetUploadSession {
	readonly urn: string;
	readonly owner: string;
	readonly fileName: string;
	/** Null if it was registered without its size. */
	readonly fileSizeBytes: number | null;
	readonly mediaType: AssetMediaType;
	readonly recipes: readonly string[];
	readonly apiPath: ApiPath;
	readonly mediaArtifact: string;
	/** Only for parts: to be sent back unchanged. */
	readonly metadata?: string;
	/** Epoch milliseconds. */
	readonly expiresAt?: number;
	readonly parts: readonly AssetPart[];
	/** For an upload in parts: lets a later run recognize the file, once its first part was read. */
	firstPartSha256?: string;
	/**
	 * The completion was sent; without `finalized`, its answer was lost, and only LinkedIn knows the
	 * result.
	 */
	finalizeSent?: boolean;
	/** The file is on LinkedIn and, if it was sent in parts, they are linked. */
	finalized: boolean;
}

export function isAssetSession(value: object): value is AssetUploadSession {
	return 'parts' in value && 'mediaArtifact' in value;
}

/** The session that a registration starts. */
export function openAssetSession(
	registration: AssetRegistration,
	registered: RegisteredAsset,
): AssetUploadSession {
	const { owner, fileName, fileSizeBytes, mediaType, recipes, apiPath } = registration;
	const { urn, mediaArtifact, metadata, expiresAt } = registered;
	return {
		urn,
		owner,
		fileName,
		fileSizeBytes: fileSizeBytes ?? null,
		mediaType,
		recipes,
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
