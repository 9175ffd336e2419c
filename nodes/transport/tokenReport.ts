import { createHash } from 'crypto';
import type { IDataObject } from 'n8n-workflow';

import { parseOAuthUrl } from '../../linkedin/api/hosts';
import { CancelledError } from '../../linkedin/api/http';
import { introspectToken, type TokenReport } from '../../linkedin/api/introspection';
import { recordOf } from '../../linkedin/api/parse';
import { DAY_MS, type TokenFacts } from '../../linkedin/api/token';
import { cancelSignal, CREDENTIAL, textOf, type Caller } from './connection';
import { sendPlain } from './plainRequest';

/** Where n8n keeps the report with the workflow. */
const KEPT = 'linkedInToken';

/** What is remembered of one question; no answer is remembered too. */
interface Asked {
	readonly at: number;
	readonly report: TokenReport | undefined;
}

/** By the token's digest, for all nodes of this process. The oldest go first. */
const ASKED = new Map<string, Promise<Asked>>();
const MAX_ASKED = 500;

/**
 * What LinkedIn says of the credential's token, asked at most once a day: kept in the process and in
 * the workflow's static data, which outlives it (n8n keeps those of published workflows).
 *
 * @returns undefined where LinkedIn cannot be asked: nothing depends on it
 */
export async function reportOfToken(caller: Caller): Promise<TokenReport | undefined> {
	const { clientId, clientSecret, oauthBaseUrl, oauthTokenData } = recordOf(
		await caller.getCredentials(CREDENTIAL),
	);
	const { access_token: token } = recordOf(oauthTokenData);
	const baseUrl = parseOAuthUrl(textOf(oauthBaseUrl));
	const secrets = [clientId, clientSecret, token].map(textOf);
	if (baseUrl === undefined || secrets.includes('')) return undefined;

	const now = Date.now();
	const key = createHash('sha256').update(secrets.join('\n')).digest('hex').slice(0, 16);
	const data = staticData(caller);
	const known = (await ASKED.get(key)) ?? readKept(data, key);
	if (known !== undefined && now - known.at < DAY_MS) return known.report;

	const [id = '', secret = '', value = ''] = secrets;
	const asking = introspectToken(
		sendPlain(caller),
		baseUrl,
		{ clientId: id, clientSecret: secret, token: value },
		cancelSignal(caller),
	).then(
		(report) => ({ at: now, report }),
		// Others may wait for the same answer, and were not cancelled: the next one asks again.
		(error: unknown) => ({ at: error instanceof CancelledError ? 0 : now, report: undefined }),
	);
	remember(key, asking);
	const asked = await asking;
	if (data !== undefined) data[KEPT] = toKept(key, asked);
	return asked.report;
}

/**
 * The token's facts, completed by LinkedIn's report where n8n does not know when the token ends
 * (before n8n 2.31 or so). A token that n8n renews by itself is not asked for.
 */
export async function completedFacts(caller: Caller, token: TokenFacts): Promise<TokenFacts> {
	if (token.hasRefreshToken || token.expiresAt !== undefined) return token;
	const { expiresAt, scopes } = (await reportOfToken(caller)) ?? {};
	return {
		...token,
		...(expiresAt === undefined ? {} : { expiresAt }),
		...(token.grantedScopes === undefined && scopes !== undefined ? { grantedScopes: scopes } : {}),
	};
}

function remember(key: string, asking: Promise<Asked>): void {
	ASKED.delete(key);
	ASKED.set(key, asking);
	const [oldest] = ASKED.keys();
	if (ASKED.size > MAX_ASKED && oldest !== undefined) ASKED.delete(oldest);
}

/** Pickers have none, and n8n keeps none of a test in the editor. */
function staticData(caller: Caller): IDataObject | undefined {
	if (!('getWorkflowStaticData' in caller) || caller.getMode?.() === 'manual') return undefined;
	return caller.getWorkflowStaticData('node');
}

/** What n8n stored; anything else than it could have stored is no report. */
function readKept(data: IDataObject | undefined, key: string): Asked | undefined {
	const stored: unknown = data?.[KEPT];
	const { of, at, active, expiresAt, scopes } = recordOf(stored);
	if (of !== key || typeof at !== 'number') return undefined;
	if (typeof active !== 'boolean') return { at, report: undefined };
	return {
		at,
		report: {
			active,
			...(typeof expiresAt === 'number' ? { expiresAt } : {}),
			...(Array.isArray(scopes)
				? { scopes: scopes.filter((scope) => typeof scope === 'string') }
				: {}),
		},
	};
}

function toKept(key: string, { at, report }: Asked): IDataObject {
	const { active, expiresAt, scopes } = report ?? {};
	return {
		of: key,
		at,
		...(active === undefined ? {} : { active }),
		...(expiresAt === undefined ? {} : { expiresAt }),
		...(scopes === undefined ? {} : { scopes: [...scopes] }),
	};
}
