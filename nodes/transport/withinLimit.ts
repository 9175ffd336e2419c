import { CancelledError, type HttpRequest } from '../../linkedin/api/http';
import { timeLimitError, type TimeLimit } from '../../linkedin/api/timeLimits';
import { limitAt } from './metLimit';
import { time } from './time';

/** What was ended has this long to say what it had been waiting for. */
const LAST_WORDS_MS = 1000;

/**
 * Runs one exchange, and ends it when the request's own bound is met: libraries measure only silence.
 *
 * @param exchange hears the signal that it is given, which ends with the execution's too
 * @param stage what is waited for at the moment, where that is known
 * @throws ConnectionError with a `TimeLimit` for a bound that was met; CancelledError; what the exchange
 * throws
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
	// Not every helper of n8n hears the signal: its stores do not, nor does the renewal of a token.
	const cancelled = new Promise<never>((_, reject) => {
		cancel = () => {
			end.abort();
			reject(new CancelledError());
		};
	});
	signal?.addEventListener('abort', cancel, { once: true });
	let isLate = false;
	let limit: TimeLimit | undefined;
	const watching = async (): Promise<never> => {
		await time.watch(timeoutMs, over.signal);
		isLate = true;
		limit = stage();
		end.abort();
		if (limit === undefined) await time.watch(LAST_WORDS_MS, over.signal);
		throw new CancelledError();
	};
	try {
		const running = Promise.race([exchange(end.signal), watching(), cancelled]);
		return await running.catch((error: unknown) => {
			if (!isLate || signal?.aborted) throw error;
			throw timeLimitError(limit ?? limitAt(error), timeoutMs);
		});
	} finally {
		over.abort();
		signal?.removeEventListener('abort', cancel);
	}
}
