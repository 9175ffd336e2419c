import type { buildConnector, EnvHttpProxyAgent, request } from 'undici';

import { isRecord } from '../../../linkedin/api/parse';

/** What of undici's exports is used. */
export interface Undici {
	readonly request: typeof request;
	readonly EnvHttpProxyAgent: typeof EnvHttpProxyAgent;
	readonly buildConnector: typeof buildConnector;
}

/** Its exports, checked: we don't control which version is found. */
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
