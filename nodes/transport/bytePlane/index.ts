import { isLinkedInUrl } from '../../../linkedin/api/hosts';
import { ConnectionError, type HttpResponse, type SendBytes } from '../../../linkedin/api/http';
import type { Caller } from '../connection';
import { egressFilterOf, type EgressFilter } from '../egress';
import { sendPlain } from '../plainRequest';
import type { KeepAlive } from './undici';
import { FilesByUndici, type OpenFile } from './files';
import { shared } from './shared';

/** Logged once per run: nothing is wrong, but it is slower. */
const INSTEAD =
	'Files are sent with n8n’s own HTTP helper, because the faster undici can’t connect to LinkedIn. They interpret some proxy variables differently: see docs/uploads.md, “Behind a proxy”.';

/** The byte plane: bytes to pre-signed URLs and from file servers, shared by all items of a run. */
export interface BytePlane {
	readonly send: SendBytes;
	readonly open: OpenFile;
	/** Closes the connections that were kept open, if no other run needs them. */
	close(): Promise<void>;
}

/**
 * Undici if it is found, because it keeps connections open; otherwise n8n's own helper. Nothing is
 * loaded before the first byte is sent.
 *
 * Undici ignores n8n's network policy, so it is used only for what n8n's egress filter allows or,
 * without a filter, for LinkedIn's own domains. The helper, which applies the policy itself, does
 * the rest.
 *
 * The two read the environment's proxies by different rules, which this package can't change: if
 * undici never gets a connection, but the helper does, only the helper is used from then on.
 */
export function openBytePlane(caller: Caller): BytePlane {
	const byHelper = sendPlain(caller);
	let asked: { readonly filter: EgressFilter | undefined } | undefined;
	const filter = (): EgressFilter | undefined =>
		(asked ??= { filter: egressFilterOf(caller) }).filter;
	let lent: Promise<KeepAlive | undefined> | undefined;
	let hasConnected = false;
	let helperOnly = false;
	const keepAlive = (): Promise<KeepAlive | undefined> =>
		(lent ??= shared.borrow(filter()?.lookup));
	const files = new FilesByUndici(filter, keepAlive);

	const instead: SendBytes = async (request, signal) => {
		const answer = await byHelper(request, signal);
		// Another request by undici got through meanwhile.
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
	const mayGo = (url: string, signal: AbortSignal | undefined): Promise<boolean> | boolean =>
		filter()?.allows(url, signal) ?? isLinkedInUrl(new URL(url));
	return {
		send: async (request, signal, onOpen) => {
			const { method, url } = request;
			// Only a PUT may be sent again if a kept connection turns out to be dead.
			const isForUndici = method === 'PUT' && !helperOnly && (await mayGo(url, signal));
			const kept = isForUndici ? await keepAlive() : undefined;
			return kept ? byUndici(kept, request, signal, onOpen) : byHelper(request, signal);
		},
		open: (request, signal) => files.open(request, signal),
		close: async () => {
			const borrowed = lent !== undefined;
			lent = undefined;
			if (borrowed) await shared.giveBack();
		},
	};
}
