import { isExplained, type LinkedInError } from '../api/error';
import { foreignWords } from '../api/foreignWords';
import { Problem } from '../problem';
import { isVideoSession, type VideoUploadSession } from '../upload/session';
import { isResumable, UploadFailure } from '../upload/uploadFailure';
import type { ImportEntry } from './entry';
import type { EntryResult } from './result';

/** Why an entry failed, in words for the user. */
export type EntryFailure = UploadFailure | LinkedInError | Problem;

/**
 * A failure of an entry in words for the user, whatever it was: in a list of thousands not even a defect
 * of this package may take the others with it.
 */
export function entryFailureOf(error: unknown): EntryFailure {
	if (error instanceof UploadFailure || isExplained(error)) return error;
	const words = error instanceof Error ? foreignWords(error.message) : 'unknown reason';
	return new Problem(`The import of this file failed unexpectedly: ${words}`, {
		description: 'Try again. If it fails again, please report it.',
	});
}

/** A failure as an entry's result. */
export function failedResultOf(
	failure: EntryFailure,
	entry: ImportEntry,
): Pick<EntryResult, 'state' | 'reason' | 'description' | 'uploadSession'> {
	const { message, description } = failure instanceof UploadFailure ? failure.reason : failure;
	const uploadSession = sessionAfter(failure, entry);
	return {
		state: 'failed',
		reason: message,
		...(description === undefined || description === '' ? {} : { description }),
		...(uploadSession && { uploadSession }),
	};
}

/** The session that the next import can go on with. One that was not reached yet stays as it came. */
function sessionAfter(failure: EntryFailure, entry: ImportEntry): VideoUploadSession | undefined {
	if (!(failure instanceof UploadFailure)) return entry.uploadSession;
	const { session } = failure;
	return isResumable(failure) && isVideoSession(session) ? session : undefined;
}
