import type { SendBytes } from '../../../linkedin/api/http';
import type { Caller } from '../connection';
import { sendPlain } from '../plainRequest';
import { openUndici, type KeepAlive } from './undici';

/**
 * Parts at the same time where the user leaves it to us, by what `npm run bench` shows at a round
 * trip of 50 ms: the helper's handshakes are hidden by more lanes.
 */
const LANES_WITH_KEEP_ALIVE = 4;
const LANES_WITH_HELPER = 8;

/** The way of bytes to pre-signed URLs, shared by all items of a run. */
export interface BytePlane {
	readonly send: SendBytes;
	/** How many requests at the same time serve best. */
	automaticLanes(): Promise<number>;
	/** Ends the connections that it kept open. */
	close(): Promise<void>;
}

/**
 * Undici where it is found, which keeps connections; n8n's own helper everywhere else. Nothing is
 * loaded before the first byte is sent.
 */
export function openBytePlane(caller: Caller): BytePlane {
	const byHelper = sendPlain(caller);
	let opened: Promise<KeepAlive | undefined> | undefined;
	const keepAlive = (): Promise<KeepAlive | undefined> => (opened ??= openUndici());
	return {
		send: async (request, signal) => {
			// Only a PUT may be sent again after a kept connection turned out to be dead.
			const kept = request.method === 'PUT' ? await keepAlive() : undefined;
			return (kept?.send ?? byHelper)(request, signal);
		},
		automaticLanes: async () => ((await keepAlive()) ? LANES_WITH_KEEP_ALIVE : LANES_WITH_HELPER),
		close: async () => {
			await (await opened)?.close();
		},
	};
}
