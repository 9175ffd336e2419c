import type { LookupError } from './entryBatch';
import { foreignWords } from './foreignWords';
import { isRecord } from './parse';

/** A URN that the answer passes over. That says nothing of the entry, least of all that it is gone. */
export const UNANSWERED: LookupError = {
	status: 200,
	code: 'UNEXPECTED_ANSWER',
	message: 'LinkedIn’s response doesn’t mention it',
};

const NO_REASON = 'LinkedIn gave no reason';

/**
 * One of LinkedIn's `errors`.
 *
 * @param status its entry in `statuses`, should the error have none
 */
export function toLookupError(error: unknown, status: unknown): LookupError {
	const given = isRecord(error) ? error : {};
	const said = statusOf(given.status, status);
	if (!isRecord(error) && said === undefined) return UNANSWERED;
	const { code, message } = given;
	return {
		status: said ?? UNANSWERED.status,
		code: typeof code === 'string' ? foreignWords(code) : null,
		message: typeof message === 'string' ? foreignWords(message) : NO_REASON,
	};
}

/** The first that is an error's. */
function statusOf(...candidates: unknown[]): number | undefined {
	return candidates.find(
		(status): status is number => typeof status === 'number' && status >= 400,
	);
}
