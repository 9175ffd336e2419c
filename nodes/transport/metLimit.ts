import type { ConnectionError } from '../../linkedin/api/http';
import { isRecord, recordOf } from '../../linkedin/api/parse';
import { timeLimitError, TIME_LIMITS, type TimeLimit } from '../../linkedin/api/timeLimits';
import { failedConnecting, layers } from './layers';

/** What undici and Node call a bound that was met. */
const CODES: Readonly<Record<string, TimeLimit>> = {
	UND_ERR_CONNECT_TIMEOUT: 'CONNECT_TIMEOUT',
	UND_ERR_HEADERS_TIMEOUT: 'ANSWER_TIMEOUT',
	UND_ERR_BODY_TIMEOUT: 'BODY_TIMEOUT',
	// Of one of several addresses.
	ERR_SOCKET_CONNECTION_TIMEOUT: 'CONNECT_TIMEOUT',
};

/** Axios' one message for all its bounds; its code is `ECONNABORTED`, or `ETIMEDOUT` where it is set so. */
const AXIOS_TIMEOUT = /^timeout (?:of (\d+)ms )?exceeded$/;

/** A request of so few bytes leaves at once where there is a connection, whatever the system's buffers. */
const SMALL_BYTES = 16 * 1024;

/**
 * The bound that a library, or the system, has ended a request for, in our own name for it.
 *
 * @returns undefined where something else went wrong
 */
export function metLimit(error: unknown): ConnectionError | undefined {
	const all = layers(error);
	for (const { code } of all) {
		const limit = typeof code === 'string' ? CODES[code] : undefined;
		if (limit !== undefined) return ofLibrary(limit);
	}
	if (all.some(({ code }) => code === 'ETIMEDOUT') && failedConnecting(error)) {
		return timeLimitError('CONNECT_TIMEOUT');
	}
	const words = all.flatMap(({ message }) => (typeof message === 'string' ? [message] : []));
	const byAxios = words.map((message) => AXIOS_TIMEOUT.exec(message)).find((match) => match);
	return byAxios ? ofLibrary(limitAt(error), Number(byAxios[1])) : undefined;
}

/** @param milliseconds what the library itself says */
function ofLibrary(limit: TimeLimit, milliseconds?: number): ConnectionError {
	if (limit === 'CONNECT_TIMEOUT') return timeLimitError(limit, TIME_LIMITS.connectMs);
	return timeLimitError(limit, limit === 'ANSWER_TIMEOUT' ? milliseconds || undefined : undefined);
}

/**
 * What a request that was ended had been waiting for, as far as axios' error shows it: there is no event
 * of n8n's helper for a connection that stands. Of a large body it cannot be told whether some of it has
 * left.
 */
export function limitAt(error: unknown): TimeLimit {
	const request = layers(error)
		.map((layer) => layer.request)
		.find(isRecord);
	if (!request) return 'ANSWER_TIMEOUT';
	if (isRecord(request.res)) return 'BODY_TIMEOUT';
	const { bytesWritten, writableLength } = recordOf(request.socket);
	const nothingLeft = bytesWritten === writableLength && typeof bytesWritten === 'number';
	return nothingLeft && bytesWritten > 0 && bytesWritten <= SMALL_BYTES
		? 'CONNECT_TIMEOUT'
		: 'ANSWER_TIMEOUT';
}
