import type { NodeEgressFilter } from 'n8n-workflow';

import { CancelledError } from '../../linkedin/api/http';
import { isRecord, recordOf } from '../../linkedin/api/parse';
import { TIME_LIMITS } from '../../linkedin/api/timeLimits';
import type { Caller } from './connection';
import { withinLimit } from './withinLimit';

/** Resolves names, as Node's `net.connect` has it. */
export type Lookup = ReturnType<NodeEgressFilter['createSecureLookup']>;

/**
 * n8n's network policy for HTTP clients that are not n8n's own, such as undici. n8n has it since
 * 2.30; if the protection is off, everything is allowed.
 */
export interface EgressFilter {
	/**
	 * Checked before each request: the lookup is not used for IP addresses, and behind a proxy sees
	 * only the proxy.
	 *
	 * @returns false also if the name can't be resolved: n8n's helper then says what is wrong
	 * @throws CancelledError
	 */
	allows(url: string, signal: AbortSignal | undefined): Promise<boolean>;
	/** Resolves names, and checks the result at the moment of connecting. */
	readonly lookup: Lookup;
}

/** @returns undefined if n8n has none, or one that this code doesn't know */
export function egressFilterOf({ helpers }: Caller): EgressFilter | undefined {
	const make: unknown = Reflect.get(helpers, 'getSecureEgressFilter');
	if (typeof make !== 'function') return undefined;
	const filter: unknown = Reflect.apply(make, helpers, []);
	if (!isRecord(filter) || typeof filter.createSecureLookup !== 'function') return undefined;
	const lookup: unknown = Reflect.apply(filter.createSecureLookup, filter, []);
	const { validateUrl } = filter;
	if (!isLookup(lookup) || typeof validateUrl !== 'function') return undefined;
	const ask = async (url: string): Promise<boolean> =>
		recordOf(await Reflect.apply(validateUrl, filter, [url])).ok === true;
	return {
		lookup,
		allows: (url, signal) =>
			// Resolving a name ignores signals, and may take as long as the name servers do.
			withinLimit({ timeoutMs: TIME_LIMITS.connectMs }, signal, () => ask(url)).catch(
				(error: unknown) => {
					if (error instanceof CancelledError) throw error;
					return false;
				},
			),
	};
}

function isLookup(value: unknown): value is Lookup {
	return typeof value === 'function';
}
