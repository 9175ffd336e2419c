import { ConnectionError } from './http';
import { seconds } from './seconds';

/**
 * The limits of every request besides its own ({@link HttpRequest.timeoutMs}), in milliseconds, the
 * same on both ways to LinkedIn. Each has its own name and message; only a failure to connect means
 * "never sent".
 */
export const TIME_LIMITS = {
	/** To look up the host name and connect: operating systems retry after 1, 3, 7 and 15 s. */
	connectMs: 20_000,
	/**
	 * For an answer whose body has started, and every other stream, while a reader waits for its
	 * bytes.
	 */
	silenceMs: 60_000,
};

/** What took too long, as a {@link ConnectionError}'s code. */
export type TimeLimit = 'CONNECT_TIMEOUT' | 'ANSWER_TIMEOUT' | 'BODY_TIMEOUT';

/** @param milliseconds the limit; undefined for a silence, or a limit of the operating system */
export function timeLimitError(limit: TimeLimit, milliseconds?: number): ConnectionError {
	return new ConnectionError(words(limit, milliseconds), limit);
}

function words(limit: TimeLimit, milliseconds: number | undefined): string {
	const inTime = milliseconds === undefined ? 'in time' : `within ${seconds(milliseconds)}`;
	switch (limit) {
		case 'CONNECT_TIMEOUT':
			return `could not connect ${inTime}`;
		case 'ANSWER_TIMEOUT':
			return `no response ${inTime}`;
		case 'BODY_TIMEOUT':
			return milliseconds === undefined
				? 'the response stopped arriving'
				: `the response did not end ${inTime}`;
	}
}
