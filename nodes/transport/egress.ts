import type { NodeEgressFilter } from 'n8n-workflow';

import { CancelledError } from '../../linkedin/api/http';
import { isRecord, recordOf } from '../../linkedin/api/parse';
import { TIME_LIMITS } from '../../linkedin/api/timeLimits';
import type { Caller } from './connection';
import { withinLimit } from './withinLimit';

/** Resolves names, as Node's `net.connect` has it. */
export type Lookup = ReturnType<NodeEgressFilter['createSecureLookup']>;

/**
 * n8n's network policy for HTTP clients that are not n8n's own, such as undici. n8n has it from 2.30 on;
 * where its protection is switched off it lets everything pass.
 */
export interface EgressFilter {
	/**
	 * Asked before each request: the lookup is not asked for IP addresses, and sees only the proxy behind
	 * one.
	 *
	 * @returns false also where the name cannot be resolved: n8n's helper then says what is wrong
	 * @throws CancelledError
	 */
	allows(url: string, signal: AbortSignal | undefined): Promise<boolean>;
	/** Resolves names, and checks what they resolve to in the moment of connecting. */
	readonly lookup: Lookup;
}

/** @returns undefined where n8n has none, or one that this code does not know */
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
			// Resolving a name hears no signal, and may take as long as its servers do.
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
