import type { AssetUploadSession } from './asset/session';

/** A part of a session; `etag` is set once it is on LinkedIn. */
export interface SessionPart {
	readonly partNumber: number;
	readonly firstByte: number;
	readonly lastByte: number;
	readonly uploadUrl: string;
	etag?: string;
}

/** `due`: requested and not sent yet. */
export type SupplementState = 'none' | 'due' | 'uploaded' | 'failed';

/**
 * Everything that is needed to resume a video upload, so that a failure loses nothing. It
 * intentionally contains signed URLs and is therefore returned in one place only, as
 * `uploadSession`.
 */
export interface VideoUploadSession {
	readonly urn: string;
	readonly owner: string;
	readonly fileName: string;
	readonly fileSizeBytes: number;
	/** Sent back unchanged; often empty (linkedin-videos-api). */
	readonly uploadToken: string;
	/** Epoch milliseconds; all URLs of an upload expire together. */
	readonly expiresAt?: number;
	readonly parts: readonly SessionPart[];
	readonly captionsUploadUrl?: string;
	readonly thumbnailUploadUrl?: string;
	captions: SupplementState;
	/** The captions were sent, but LinkedIn’s response was lost. */
	captionsSent?: boolean;
	thumbnail: SupplementState;
	/**
	 * `finalizeUpload` was sent; without `finalized`, its answer was lost, and only LinkedIn knows
	 * the result.
	 */
	finalizeSent?: boolean;
	finalized: boolean;
	/** SHA-256 of the first part: a resume recognizes the file by it and its size. */
	firstPartSha256?: string;
}

/** The session of an image, or another file that is sent in one piece: one URL. */
export interface SingleUploadSession {
	readonly urn: string;
	readonly owner: string;
	readonly fileName: string;
	readonly fileSizeBytes: number;
	readonly uploadUrl: string;
	readonly expiresAt?: number;
	/** The file is on LinkedIn. */
	uploaded: boolean;
}

export function isVideoSession(value: object): value is VideoUploadSession {
	return 'parts' in value && 'uploadToken' in value;
}

export function isSingleSession(value: object): value is SingleUploadSession {
	return 'uploadUrl' in value && 'uploaded' in value;
}

/** The same for a file of this size: another size means another file. */
export function isSingleSessionOf(size: number): (value: object) => value is SingleUploadSession {
	return (value): value is SingleUploadSession =>
		isSingleSession(value) && value.fileSizeBytes === size;
}

export type UploadSession = VideoUploadSession | SingleUploadSession | AssetUploadSession;
