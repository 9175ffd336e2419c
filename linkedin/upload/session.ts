import { LinkedInError } from '../api/error';
import { Problem } from '../problem';

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
	finalized: boolean;
}

/** An image's session: one URL. */
export interface ImageUploadSession {
	readonly urn: string;
	readonly owner: string;
	readonly fileName: string;
	readonly fileSizeBytes: number;
	readonly uploadUrl: string;
	readonly expiresAt?: number;
}

export type UploadSession = VideoUploadSession | ImageUploadSession;

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

/**
 * Runs the part of an upload after LinkedIn accepted its start: whatever a person can be told about
 * comes out as {@link UploadFailure}, with the session as it then stands.
 */
export async function guarded<Result>(
	session: UploadSession,
	action: () => Promise<Result>,
): Promise<Result> {
	try {
		return await action();
	} catch (error) {
		if (error instanceof LinkedInError || error instanceof Problem) {
			throw new UploadFailure(error, session);
		}
		throw error;
	}
}
