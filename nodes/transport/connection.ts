import type { IExecuteFunctions, ILoadOptionsFunctions, IPollFunctions } from 'n8n-workflow';

import { DEFAULT_APP } from '../../linkedin/api/appRecipes';
import type { Findings } from '../../linkedin/api/findings';
import { LINKEDIN_API, parseBaseUrl } from '../../linkedin/api/hosts';
import { endOf, scopesIn } from '../../linkedin/api/introspection';
import { isRecord, recordOf } from '../../linkedin/api/parse';
import { expiryWarning, type TokenFacts } from '../../linkedin/api/token';
import { apiVersionOf, versionWarning, type ApiVersion } from '../../linkedin/api/versions';
import { Problem } from '../../linkedin/problem';

export const CREDENTIAL = 'linkedInMediaOAuth2Api';

/** The n8n functions that can use a credential. */
export type Caller = IExecuteFunctions | ILoadOptionsFunctions | IPollFunctions;

/** The execution's cancel signal; pickers and polls run outside executions and have none. */
export function cancelSignal(caller: Caller): AbortSignal | undefined {
	return 'getExecutionCancelSignal' in caller ? caller.getExecutionCancelSignal() : undefined;
}

/** What the credential contains, without its secrets. */
export interface Connection {
	/** The kind of app: a key of `APP_RECIPES`, or whatever else is stored. */
	readonly app: string;
	readonly baseUrl: string;
	readonly version: ApiVersion;
	readonly token: TokenFacts;
	readonly findings: Findings;
}

/**
 * Reads the credential.
 *
 * @throws Problem if it has no token, or a base URL that no token may be sent to
 */
export async function readConnection(caller: Caller): Promise<Connection> {
	const credential: unknown = await caller.getCredentials(CREDENTIAL);
	const fields = recordOf(credential);
	if (!isConnected(fields.oauthTokenData)) {
		throw new Problem('The credential is not connected to LinkedIn yet', {
			description: 'Open the credential in n8n and connect your account.',
		});
	}
	const app = textOf(fields.app);
	return {
		app: app === '' ? DEFAULT_APP : app,
		baseUrl: parseBaseUrl(textOf(fields.apiBaseUrl) || LINKEDIN_API),
		version: apiVersionOf(textOf(fields.apiVersion)),
		token: readToken(fields.oauthTokenData),
		findings: {},
	};
}

function isConnected(token: unknown): boolean {
	return isRecord(token) && textOf(token.access_token) !== '';
}

function readToken(value: unknown): TokenFacts {
	const token = recordOf(value);
	const expiresAt = Number(token.n8n_expires_at);
	const scopes = scopesIn(textOf(token.scope));
	return {
		hasRefreshToken: textOf(token.refresh_token) !== '',
		...endOf(expiresAt),
		...(scopes.length > 0 ? { grantedScopes: scopes } : {}),
	};
}

/** The value of a credential's field, as text; empty if it is not text. */
export function textOf(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Warnings about a connection, as far as known. @param now epoch milliseconds */
export function warningsOf({ token, version }: Connection, now: number): readonly string[] {
	return [expiryWarning(token, now), versionWarning(version)].filter(
		(warning) => warning !== undefined,
	);
}
