import { CancelledError, NO_LONGER_NEEDED, type HttpRequest } from '../../linkedin/api/http';
import { timeLimitError, type TimeLimit } from '../../linkedin/api/timeLimits';
import { limitAt } from './metLimit';
import { time } from './time';

/** Time for an ended exchange to report what it had been waiting for. */
const LAST_WORDS_MS = 1000;

/**
 * Runs one exchange, and ends it when the request's own time limit is reached: libraries only
 * measure silence.
 *
 * @param exchange is given a signal, which also follows the execution's
 * @param stage what is currently waited for, if known
 * @throws ConnectionError with a `TimeLimit` for a limit that was reached; CancelledError; what the
 * exchange throws
 */
export async function withinLimit<Result>(
	{ timeoutMs }: Pick<HttpRequest, 'timeoutMs'>,
	signal: AbortSignal | undefined,
	exchange: (signal: AbortSignal) => Promise<Result>,
	stage: () => TimeLimit | undefined = () => undefined,
): Promise<Result> {
	if (signal?.aborted) throw new CancelledError();
	const end = new AbortController();
	const over = new AbortController();
	let cancel = (): void => undefined;
	// Not every n8n helper listens to the signal: its stores and the token renewal don't.
	const cancelled = new Promise<never>((_, reject) => {
		cancel = () => {
			end.abort();
			reject(new CancelledError());
		};
	});
	signal?.addEventListener('abort', cancel, { once: true });
	let late: { readonly limit: TimeLimit | undefined } | undefined;
	const watching = async (): Promise<never> => {
		await time.watch(timeoutMs, over.signal);
		late = { limit: stage() };
		end.abort();
		if (late.limit === undefined) await time.watch(LAST_WORDS_MS, over.signal);
		throw new CancelledError();
	};
	try {
		const running = Promise.race([exchange(end.signal), watching(), cancelled]);
		return await running.catch((error: unknown) => {
			if (!late || signal?.aborted) throw error;
			throw timeLimitError(late.limit ?? limitAt(error), timeoutMs);
		});
	} finally {
		over.abort(NO_LONGER_NEEDED);
		signal?.removeEventListener('abort', cancel);
	}
}
