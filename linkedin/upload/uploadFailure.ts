import { LinkedInError, isExplained } from '../api/error';
import { FileChanged } from '../files/fileChanged';
import type { Problem } from '../problem';
import type { UploadSession } from './session';

/** An upload that failed after LinkedIn had accepted to start it. */
export class UploadFailure extends Error {
	constructor(
		readonly reason: LinkedInError | Problem,
		readonly session: UploadSession,
	) {
		super(reason.message);
		this.name = 'UploadFailure';
	}
}

/** Whether resuming the session could succeed. */
export function isWorthKeeping({ reason }: UploadFailure): boolean {
	if (reason instanceof FileChanged) return false;
	return !(reason instanceof LinkedInError && reason.code === 'EXPIRED_UPLOAD_URL');
}

/**
 * Whether an operation can use the session to send what is missing: images are sent again as a
 * whole.
 */
export function isResumable(failure: UploadFailure): boolean {
	const { session } = failure;
	return isWorthKeeping(failure) && 'finalized' in session && !session.finalized;
}

/**
 * Runs the part of an upload after LinkedIn accepted to start it: an error that is meant for the
 * user becomes an {@link UploadFailure} with the current session.
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
