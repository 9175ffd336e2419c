import type { SendBytes } from '../../../linkedin/api/http';
import type { Caller } from '../connection';
import { sendPlain } from '../plainRequest';
import { openUndici, type KeepAlive } from './undici';

/** Kept connections, of all runs of the process: those of one serve the next. */
class SharedConnections {
	private borrowers = 0;
	private opened: Promise<KeepAlive | undefined> | undefined;

	borrow(): Promise<KeepAlive | undefined> {
		this.borrowers += 1;
		return (this.opened ??= openUndici());
	}

	/** Nobody needs them any more: they are ended. */
	async giveBack(): Promise<void> {
		this.borrowers -= 1;
		if (this.borrowers > 0) return;
		const { opened } = this;
		this.opened = undefined;
		await (await opened)?.close();
	}
}

const shared = new SharedConnections();

/** The way of bytes to pre-signed URLs, shared by all items of a run. */
export interface BytePlane {
	readonly send: SendBytes;
	/** Ends the connections that were kept open, where no other run needs them. */
	close(): Promise<void>;
}

/**
 * Undici where it is found, which keeps connections; n8n's own helper everywhere else. Nothing is
 * loaded before the first byte is sent.
 */
export function openBytePlane(caller: Caller): BytePlane {
	const byHelper = sendPlain(caller);
	let lent: Promise<KeepAlive | undefined> | undefined;
	const keepAlive = (): Promise<KeepAlive | undefined> => (lent ??= shared.borrow());
	return {
		send: async (request, signal, onOpen) => {
			// Only a PUT may be sent again after a kept connection turned out to be dead.
			const kept = request.method === 'PUT' ? await keepAlive() : undefined;
			return (kept?.send ?? byHelper)(request, signal, onOpen);
		},
		close: async () => {
			const borrowed = lent !== undefined;
			lent = undefined;
			if (borrowed) await shared.giveBack();
		},
	};
}
