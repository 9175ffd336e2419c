import { isExplained, LinkedInError } from '../api/error';
import { FileChanged } from '../files/fileChanged';
import type { Problem } from '../problem';
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

/** An upload that failed after LinkedIn had accepted its start. */
export class UploadFailure extends Error {
	constructor(
		readonly reason: LinkedInError | Problem,
		readonly session: UploadSession,
	) {
		super(reason.message);
		this.name = 'UploadFailure';
	}
}

/** Whether a resume of the session could ever succeed. */
export function isWorthKeeping({ reason }: UploadFailure): boolean {
	if (reason instanceof FileChanged) return false;
	return !(reason instanceof LinkedInError && reason.code === 'EXPIRED_UPLOAD_URL');
}

/**
 * Runs the part of an upload after LinkedIn accepted its start: an error that is meant for the user
 * comes out as {@link UploadFailure}, with the session as it then stands.
 */
export async function withSession<Result>(
	session: UploadSession,
	action: () => Promise<Result>,
): Promise<Result> {
	try {
		return await action();
	} catch (error) {
		throw isExplained(error) ? new UploadFailure(error, session) : error;
	}
}

// Old names, until nodes/ follows.
export { withSession as guarded };
