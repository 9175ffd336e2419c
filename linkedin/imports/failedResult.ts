import { isExplained, type LinkedInError } from '../api/error';
import { foreignWords } from '../api/foreignWords';
import { Problem } from '../problem';
import { UploadFailure } from '../upload/uploadFailure';
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
	return new Problem(`It failed unexpectedly: ${words}`, {
		description: 'Try again. If it fails again, please report it.',
	});
}

/** A failure as an entry's result. */
export function failedResultOf(
	failure: EntryFailure,
): Pick<EntryResult, 'state' | 'reason' | 'description'> {
	const { message, description } = failure instanceof UploadFailure ? failure.reason : failure;
	return {
		state: 'failed',
		reason: message,
		...(description === undefined || description === '' ? {} : { description }),
	};
}
