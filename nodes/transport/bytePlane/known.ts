import type { buildConnector, EnvHttpProxyAgent, request } from 'undici';

import { isRecord } from '../../../linkedin/api/parse';

/** What of undici's exports is used. */
export interface Undici {
	readonly request: typeof request;
	readonly EnvHttpProxyAgent: typeof EnvHttpProxyAgent;
	readonly buildConnector: typeof buildConnector;
}

/** Its exports, checked: which version is found is not in our hands. */
export function known(found: unknown): Undici | undefined {
	return isUndici(found) ? found : undefined;
}

function isUndici(found: unknown): found is Undici {
	return (
		isRecord(found) &&
		typeof found.request === 'function' &&
		typeof found.EnvHttpProxyAgent === 'function' &&
		typeof found.buildConnector === 'function'
	);
}
