import { ConnectionError, type HttpRequest } from '../../../linkedin/api/http';
import { Problem } from '../../../linkedin/problem';
import { certificateCode } from '../answers';
import type { EgressFilter } from '../egress';
import type { OpenedAnswer } from '../openAnswer';
import { connectionErrorOf } from '../plainRequest';
import type { KeepAlive } from './undici';

/**
 * Opens the response to a GET for a file.
 *
 * @returns undefined if n8n's helper should be used instead
 * @throws CancelledError, ConnectionError; what undici throws for an untrusted certificate
 */
export type OpenFile = (
	request: HttpRequest,
	signal: AbortSignal | undefined,
) => Promise<OpenedAnswer | undefined>;

/** How many servers are remembered; a run has few. */
const MOST_ORIGINS = 1000;

/**
 * Files at URLs from users, by undici, but only if n8n's own egress filter allows the URL: on an
 * n8n without one, the helper reads them all.
 */
export class FilesByUndici {
	/** Servers that the helper handles better: it decompresses, and may know another proxy. */
	private readonly forHelper = new Set<string>();
	private readonly connected = new Set<string>();

	constructor(
		private readonly filter: () => EgressFilter | undefined,
		private readonly keepAlive: () => Promise<KeepAlive | undefined>,
	) {}

	readonly open: OpenFile = async (request, signal) => {
		const { origin } = new URL(request.url);
		const filter = this.filter();
		if (!filter || this.forHelper.has(origin)) return undefined;
		if (!(await filter.allows(request.url, signal))) return undefined;
		const kept = await this.keepAlive();
		const answer = await kept?.open(request, signal).catch((error: unknown) => {
			if (certificateCode(error) !== undefined) throw error;
			this.failed(error, request, signal);
			return undefined;
		});
		if (!answer) return undefined;
		remember(this.connected, origin);
		if (!isPacked(answer)) return answer;
		answer.end();
		remember(this.forHelper, origin);
		return undefined;
	};

	/** What never got through, or can't be sent by undici at all, may still work with the helper. */
	private failed(error: unknown, { url }: HttpRequest, signal: AbortSignal | undefined): void {
		const known = connectionErrorOf(error, url, signal, (reason) => new Problem(reason));
		const { origin } = new URL(url);
		const isCutOff =
			known instanceof ConnectionError && known.neverSent && !this.connected.has(origin);
		if (!isCutOff && !(known instanceof Problem)) throw known;
		remember(this.forHelper, origin);
	}
}

function remember(origins: Set<string>, origin: string): void {
	if (origins.size < MOST_ORIGINS) origins.add(origin);
}

function isPacked({ status, headers }: OpenedAnswer): boolean {
	const packing = headers.get('content-encoding')?.trim().toLowerCase() ?? '';
	return status < 300 && packing !== '' && packing !== 'identity';
}
