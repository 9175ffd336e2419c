import type { ConnectionError } from '../../linkedin/api/http';
import { isRecord, recordOf } from '../../linkedin/api/parse';
import { timeLimitError, TIME_LIMITS, type TimeLimit } from '../../linkedin/api/timeLimits';
import { failedConnecting, layers } from './layers';

/** Undici's and Node's codes for a time limit that was reached. */
const CODES: Readonly<Record<string, TimeLimit>> = {
	UND_ERR_CONNECT_TIMEOUT: 'CONNECT_TIMEOUT',
	UND_ERR_HEADERS_TIMEOUT: 'ANSWER_TIMEOUT',
	UND_ERR_BODY_TIMEOUT: 'BODY_TIMEOUT',
	// For one of several IP addresses.
	ERR_SOCKET_CONNECTION_TIMEOUT: 'CONNECT_TIMEOUT',
};

/**
 * Axios' only message for all its time limits; its code is `ECONNABORTED`, or `ETIMEDOUT` if
 * configured so.
 */
const AXIOS_TIMEOUT = /^timeout (?:of (\d+)ms )?exceeded$/;

/**
 * A request with this few bytes leaves at once if there is a connection, whatever the system's
 * buffers.
 */
const SMALL_BYTES = 16 * 1024;

/**
 * The time limit because of which a library or the system ended a request, with our own name for
 * it.
 *
 * @returns undefined if something else failed
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

/** @param milliseconds as the library states them */
function ofLibrary(limit: TimeLimit, milliseconds?: number): ConnectionError {
	if (limit === 'CONNECT_TIMEOUT') return timeLimitError(limit, TIME_LIMITS.connectMs);
	return timeLimitError(limit, limit === 'ANSWER_TIMEOUT' ? milliseconds || undefined : undefined);
}

/**
 * What an ended request had been waiting for, as far as axios' error shows it: n8n's helper has no
 * event for an established connection. For a large body, it is unknown whether some of it was sent.
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
