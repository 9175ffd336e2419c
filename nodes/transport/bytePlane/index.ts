import { ConnectionError, type HttpResponse, type SendBytes } from '../../../linkedin/api/http';
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

/** Once in the log of a run: nothing is wrong, but it is slower. */
const INSTEAD =
	'Files are sent with n8n’s own HTTP helper, because the faster undici can’t connect to LinkedIn. They interpret some proxy variables differently: see docs/uploads.md, “Behind a proxy”.';

/** The way of bytes to pre-signed URLs, shared by all items of a run. */
export interface BytePlane {
	readonly send: SendBytes;
	/** Ends the connections that were kept open, where no other run needs them. */
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
	let lent: Promise<KeepAlive | undefined> | undefined;
	let hasConnected = false;
	let helperOnly = false;
	const keepAlive = async (): Promise<KeepAlive | undefined> =>
		helperOnly ? undefined : (lent ??= shared.borrow());

	const instead: SendBytes = async (request, signal) => {
		const answer = await byHelper(request, signal);
		// Another request of undici's has found its way meanwhile.
		if (hasConnected) return answer;
		if (!helperOnly) caller.logger.warn(INSTEAD);
		helperOnly = true;
		return answer;
	};
	const byUndici = async (
		kept: KeepAlive,
		...[request, signal, onOpen]: Parameters<SendBytes>
	): Promise<HttpResponse> => {
		const answer = await kept.send(request, signal, onOpen).catch((error: unknown) => {
			const isCutOff = error instanceof ConnectionError && error.neverSent && !hasConnected;
			if (!isCutOff) throw error;
			return undefined;
		});
		if (!answer) return instead(request, signal);
		hasConnected = true;
		return answer;
	};
	return {
		send: async (request, signal, onOpen) => {
			// Only a PUT may be sent again after a kept connection turned out to be dead.
			const kept = request.method === 'PUT' ? await keepAlive() : undefined;
			return kept ? byUndici(kept, request, signal, onOpen) : byHelper(request, signal);
		},
		close: async () => {
			const borrowed = lent !== undefined;
			lent = undefined;
			if (borrowed) await shared.giveBack();
		},
	};
}
