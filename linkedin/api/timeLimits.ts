import { ConnectionError } from './http';
import { seconds } from './seconds';

/**
 * The bounds of every request beside its own ({@link HttpRequest.timeoutMs}), in milliseconds, the same
 * on both ways to LinkedIn. Each has a name and words of its own, and only connecting is "never sent".
 */
export const TIME_LIMITS = {
	/** To look up the name, and to connect: systems ask again after 1, 3, 7 and 15 s. */
	connectMs: 20_000,
	/** Of an answer whose body has begun, and of every other stream, while somebody waits for its bytes. */
	silenceMs: 60_000,
};

/** What took too long, as a {@link ConnectionError}'s code. */
export type TimeLimit = 'CONNECT_TIMEOUT' | 'ANSWER_TIMEOUT' | 'BODY_TIMEOUT';

/** @param milliseconds the bound; undefined for a silence, and for a bound of the system's own */
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
