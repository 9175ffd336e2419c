import { sendRepeatedly } from '../../api/repeat';
import type { UrlAnswer, UrlReading } from './http';
import { refusedProblem, unreachableProblem } from './problems';

/**
 * GETs of a file, retried if the server is busy or the connection fails.
 *
 * @param get one try
 * @throws UrlProblem of the last try; whatever else `get` throws; CancelledError
 */
export function fetchRepeatedly<Answer extends Pick<UrlAnswer, 'status' | 'headers'>>(
	reading: UrlReading,
	url: URL,
	get: () => Promise<Answer>,
	signal: AbortSignal | undefined,
): Promise<Answer> {
	return sendRepeatedly(reading, {
		repeatable: true,
		retry: reading.retry,
		onRetry: reading.onRetry,
		signal,
		send: get,
		refusalError: (answer) => refusedProblem(url, answer, reading.now()),
		noAnswerError: (error) => unreachableProblem(url, error),
	});
}
