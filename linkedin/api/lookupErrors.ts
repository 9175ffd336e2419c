import type { LookupError } from './entryBatch';
import { foreignWords } from './foreignWords';
import { isRecord } from './parse';

/**
 * In the place of an answer that LinkedIn does not give. Users are told that the entry was not found;
 * whether it is gone, or LinkedIn only failed to read it, shows when it is read alone.
 */
export class Unanswered implements LookupError {
	readonly status: number;
	readonly code = 'NOT_FOUND';
	readonly message = 'LinkedIn’s response doesn’t mention it';

	/** @param status what `statuses` says, if anything */
	constructor(status = 404) {
		this.status = status;
	}
}

/** In `statuses` alone they say enough. */
const CLEAR = [403, 404];

/**
 * One of LinkedIn's `errors`.
 *
 * @param status its entry in `statuses`, used if the error has no status
 */
export function toLookupError(error: unknown, status: unknown): LookupError {
	if (!isRecord(error)) {
		const said = statusOf(status);
		const unanswered = new Unanswered(said);
		if (said === undefined || !CLEAR.includes(said)) return unanswered;
		const { code, message } = unanswered;
		return { status: said, code, message };
	}
	const { code, message } = error;
	const said = statusOf(error.status, status);
	if (said === undefined && typeof code !== 'string') return new Unanswered();
	return {
		status: said ?? 404,
		code: typeof code === 'string' ? foreignWords(code) : null,
		message: typeof message === 'string' ? foreignWords(message) : new Unanswered().message,
	};
}

/** The first that is an error's. */
function statusOf(...candidates: unknown[]): number | undefined {
	return candidates.find((status): status is number => typeof status === 'number' && status >= 400);
}
