import { isExplained } from '../api/error';
import { foreignWords } from '../api/foreignWords';
import { UploadFailure } from '../upload/uploadFailure';
import type { EntryResult } from './result';

/**
 * Any failure as an entry's result: in a list of thousands, not even a bug of this package may
 * affect the others.
 */
export function failedResultOf(
	error: unknown,
): Pick<EntryResult, 'state' | 'reason' | 'description'> {
	if (error instanceof UploadFailure) return failedResultOf(error.reason);
	if (isExplained(error)) {
		const { message, description } = error;
		return {
			state: 'failed',
			reason: message,
			...(description === undefined || description === '' ? {} : { description }),
		};
	}
	const words = error instanceof Error ? foreignWords(error.message) : 'unknown reason';
	return {
		state: 'failed',
		reason: `It failed unexpectedly: ${words}`,
		description: 'Try again. If it fails again, please report it.',
	};
}
