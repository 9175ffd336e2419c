import { ConnectionError, type HttpResponse, type SendBytes } from '../../../linkedin/api/http';
import type { Caller } from '../connection';
import { sendPlain } from '../plainRequest';
import { openUndici, type KeepAlive } from './undici';

/**
 * Parts at the same time where the user leaves it to us, by what `npm run bench` shows at a round
 * trip of 50 ms: the helper's handshakes are hidden by more lanes.
 */
const LANES_WITH_KEEP_ALIVE = 4;
const LANES_WITH_HELPER = 8;

/** Once in the log of a run: nothing is wrong, but it is slower. */
const INSTEAD =
	'Files go to LinkedIn by n8n’s own HTTP helper: undici, which is faster, finds no way there. The two read some proxy variables differently: see docs/uploads.md, “Behind a proxy”.';

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
 *
 * The two read the environment's proxies by rules of their own, which shipped code cannot even out: where
 * undici gets no connection from its first request on, and the helper does, the helper goes on alone.
 */
export function openBytePlane(caller: Caller): BytePlane {
	const byHelper = sendPlain(caller);
	let opened: Promise<KeepAlive | undefined> | undefined;
	let hasConnected = false;
	let helperOnly = false;
	const keepAlive = async (): Promise<KeepAlive | undefined> =>
		helperOnly ? undefined : (opened ??= openUndici());

	const instead: SendBytes = async (request, signal) => {
		const answer = await byHelper(request, signal);
		if (!helperOnly) caller.logger.warn(INSTEAD);
		helperOnly = true;
		return answer;
	};
	const byUndici = async (
		kept: KeepAlive,
		...[request, signal]: Parameters<SendBytes>
	): Promise<HttpResponse> => {
		const answer = await kept.send(request, signal).catch((error: unknown) => {
			const isCutOff = error instanceof ConnectionError && error.neverSent && !hasConnected;
			if (!isCutOff) throw error;
			return undefined;
		});
		if (!answer) return instead(request, signal);
		hasConnected = true;
		return answer;
	};
	return {
		send: async (request, signal) => {
			// Only a PUT may be sent again after a kept connection turned out to be dead.
			const kept = request.method === 'PUT' ? await keepAlive() : undefined;
			return kept ? byUndici(kept, request, signal) : byHelper(request, signal);
		},
		automaticLanes: async () => ((await keepAlive()) ? LANES_WITH_KEEP_ALIVE : LANES_WITH_HELPER),
		close: async () => {
			await (await opened)?.close();
		},
	};
}
