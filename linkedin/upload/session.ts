import type { AssetUploadSession } from './asset/session';

/** A part of a session; `etag` stands once its bytes are on LinkedIn. */
export interface SessionPart {
	readonly partNumber: number;
	readonly firstByte: number;
	readonly lastByte: number;
	readonly uploadUrl: string;
	etag?: string;
}

/** `due`: asked for and not yet sent. */
export type SupplementState = 'none' | 'due' | 'uploaded' | 'failed';

/**
 * Everything that is needed to go on with a begun video upload: nothing is lost by a failure. It
 * holds signed URLs on purpose and is therefore handed out in one place only, as `uploadSession`.
 */
export interface VideoUploadSession {
	readonly urn: string;
	readonly owner: string;
	readonly fileName: string;
	readonly fileSizeBytes: number;
	/** Sent back as it came; often empty (linkedin-videos-api). */
	readonly uploadToken: string;
	/** Epoch milliseconds; all URLs of an upload expire together. */
	readonly expiresAt?: number;
	readonly parts: readonly SessionPart[];
	readonly captionsUploadUrl?: string;
	readonly thumbnailUploadUrl?: string;
	captions: SupplementState;
	thumbnail: SupplementState;
	/** `finalizeUpload` was sent; without `finalized` its answer was lost, and only LinkedIn knows. */
	finalizeSent?: boolean;
	finalized: boolean;
	/** SHA-256 of the first part's bytes: a resume recognises the file by it and by its size. */
	firstPartSha256?: string;
}

/** The session of an image, or of another file that goes in one piece: one URL. */
export interface SingleUploadSession {
	readonly urn: string;
	readonly owner: string;
	readonly fileName: string;
	readonly fileSizeBytes: number;
	readonly uploadUrl: string;
	readonly expiresAt?: number;
	/** Its bytes are on LinkedIn. */
	uploaded: boolean;
}

export function isVideoSession(value: object): value is VideoUploadSession {
	return 'parts' in value && 'uploadToken' in value;
}

export function isSingleSession(value: object): value is SingleUploadSession {
	return 'uploadUrl' in value && 'uploaded' in value;
}

/** The same for a file of so many bytes: another size is another file. */
export function isSingleSessionOf(size: number): (value: object) => value is SingleUploadSession {
	return (value): value is SingleUploadSession =>
		isSingleSession(value) && value.fileSizeBytes === size;
}

export type UploadSession = VideoUploadSession | SingleUploadSession | AssetUploadSession;
