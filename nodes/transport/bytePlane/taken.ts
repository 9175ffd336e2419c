import { sleep } from 'n8n-workflow';
import type { buildConnector } from 'undici';

import { CancelledError, NO_LONGER_NEEDED } from '../../../linkedin/api/http';
import { time } from '../time';

/** A connection of undici's. */
export type Socket = NonNullable<Parameters<Parameters<ReturnType<typeof buildConnector>>[1]>[1]>;

export function isSending({ destroyed, writableLength }: Socket): boolean {
	return !destroyed && writableLength > 0;
}

/**
 * Waits until the system has accepted all bytes of these connections, or they have closed, or the
 * time is up: the caller checks which.
 *
 * @throws CancelledError
 */
export async function allTaken(
	sockets: readonly Socket[],
	timeoutMs: number,
	signal: AbortSignal | undefined,
): Promise<void> {
	if (signal?.aborted) throw new CancelledError();
	const taken = Promise.all(sockets.map(isTaken));
	// Usually they left before the answer came, and Node reports that one turn later: no watch is
	// needed for that.
	await Promise.race([taken, sleep(0)]);
	if (!sockets.some(isSending)) return;
	const over = new AbortController();
	let cancel = (): void => undefined;
	const cancelled = new Promise<never>((_, reject) => {
		cancel = () => {
			reject(new CancelledError());
		};
	});
	signal?.addEventListener('abort', cancel, { once: true });
	if (signal?.aborted) cancel();
	try {
		await Promise.race([taken, cancelled, time.watch(timeoutMs, over.signal)]);
	} finally {
		signal?.removeEventListener('abort', cancel);
		over.abort(NO_LONGER_NEEDED);
	}
}

/** Resolves when this connection has accepted everything, or is gone. */
function isTaken(socket: Socket): Promise<void> {
	return new Promise((resolve) => {
		const done = (): void => {
			socket.off('close', done);
			resolve();
		};
		socket.once('close', done);
		// An empty write is queued after all others, so its callback comes after theirs; nothing is
		// sent for it.
		if (socket.writable) socket.write('', done);
	});
}
