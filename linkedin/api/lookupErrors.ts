import type { LookupError } from './entryBatch';
import { foreignWords } from './foreignWords';
import { isRecord } from './parse';

/** A URN that is missing from the answer. */
export const UNANSWERED: LookupError = {
	status: 404,
	code: 'NOT_FOUND',
	message: 'LinkedIn’s response doesn’t mention it',
};

/**
 * One of LinkedIn's `errors`.
 *
 * @param status its entry in `statuses`, used if the error has no status
 */
export function toLookupError(error: unknown, status: unknown): LookupError {
	if (!isRecord(error)) return { ...UNANSWERED, status: statusOf(status) };
	const { code, message } = error;
	return {
		status: statusOf(error.status, status),
		code: typeof code === 'string' ? foreignWords(code) : null,
		message: typeof message === 'string' ? foreignWords(message) : UNANSWERED.message,
	};
}

/** The first that is an error status. */
function statusOf(...candidates: unknown[]): number {
	for (const status of candidates) if (typeof status === 'number' && status >= 400) return status;
	return UNANSWERED.status;
}
