import type { IExecuteFunctions, ILoadOptionsFunctions, IPollFunctions } from 'n8n-workflow';

import { parseBaseUrl } from '../../linkedin/api/hosts';
import { isRecord, recordOf } from '../../linkedin/api/parse';
import type { TokenFacts } from '../../linkedin/api/token';
import { parseVersion, type ApiVersion } from '../../linkedin/api/versions';
import { Problem } from '../../linkedin/problem';

export const CREDENTIAL = 'linkedInMediaOAuth2Api';

/** The n8n functions that can speak for a credential. */
export type Caller = IExecuteFunctions | ILoadOptionsFunctions | IPollFunctions;

/** The execution's cancel signal; pickers and polls run outside of executions and have none. */
export function cancelSignal(caller: Caller): AbortSignal | undefined {
	return 'getExecutionCancelSignal' in caller ? caller.getExecutionCancelSignal() : undefined;
}

/** What the credential says, without its secrets. */
export interface Connection {
	readonly baseUrl: string;
	readonly version: ApiVersion;
	readonly token: TokenFacts;
}

/**
 * Reads the credential.
 *
 * @throws Problem for one without a token, or with a base URL that no token may be sent to
 */
export async function readConnection(caller: Caller): Promise<Connection> {
	const credential: unknown = await caller.getCredentials(CREDENTIAL);
	const fields = recordOf(credential);
	if (!isConnected(fields.oauthTokenData)) {
		throw new Problem('The credential is not connected to LinkedIn yet', {
			description: 'Open the credential in n8n and connect your account.',
		});
	}
	const configured = parseVersion(text(fields.apiVersion));
	return {
		baseUrl: parseBaseUrl(text(fields.apiBaseUrl)),
		version: { configured, current: configured },
		token: readToken(fields.oauthTokenData),
	};
}

function isConnected(token: unknown): boolean {
	return isRecord(token) && text(token.access_token) !== '';
}

function readToken(value: unknown): TokenFacts {
	const token = recordOf(value);
	const expiresAt = Number(token.n8n_expires_at);
	const scopes = text(token.scope)
		.split(/[\s,]+/)
		.filter((scope) => scope !== '');
	return {
		hasRefreshToken: text(token.refresh_token) !== '',
		...(Number.isFinite(expiresAt) && expiresAt > 0 ? { expiresAt } : {}),
		...(scopes.length > 0 ? { grantedScopes: scopes } : {}),
	};
}

function text(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
