import { LinkedInError, isExplained } from '../api/error';
import { FileChanged } from '../files/fileChanged';
import type { Problem } from '../problem';
import type { UploadSession } from './session';

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

/** Whether an operation can take the session and send what is missing: images go again whole. */
export function isResumable(failure: UploadFailure): boolean {
	const { session } = failure;
	return isWorthKeeping(failure) && 'finalized' in session && !session.finalized;
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
