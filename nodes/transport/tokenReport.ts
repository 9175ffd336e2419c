import { createHash } from 'crypto';
import type { IDataObject } from 'n8n-workflow';

import { LINKEDIN_OAUTH, secureBaseUrl } from '../../linkedin/api/hosts';
import { introspectToken, type TokenReport } from '../../linkedin/api/introspection';
import { recordOf } from '../../linkedin/api/parse';
import { DAY_MS, type TokenFacts } from '../../linkedin/api/token';
import { cancelSignal, CREDENTIAL, textOf, type Caller } from './connection';
import { sendPlain } from './plainRequest';
import { sleep } from './sleep';

/** Where the report stands in what n8n keeps. */
const KEPT = 'linkedInToken';

/** A run waits for it at its start: a host that answers slowly is not waited for. */
const LONGEST_WAIT_MS = 5000;

/** One question. No answer counts as asked too. */
interface Asked {
	/** Epoch milliseconds. */
	readonly at: number;
	readonly report: Promise<TokenReport | undefined>;
}

/** By the token's digest, for all nodes of this process. The oldest go first. */
const ASKED = new Map<string, Asked>();
const MAX_ASKED = 500;

/**
 * What LinkedIn says of the credential's token, asked at most once a day.
 *
 * @param kept what n8n keeps over restarts, of a trigger: n8n writes it with all that the workflow
 * keeps, so a run, which has an older copy of that, must leave it alone
 * @returns undefined where LinkedIn cannot be asked, or not in time: nothing depends on it
 */
export async function reportOfToken(
	caller: Caller,
	kept?: IDataObject,
): Promise<TokenReport | undefined> {
	const { clientId, clientSecret, oauthBaseUrl, oauthTokenData } = recordOf(
		await caller.getCredentials(CREDENTIAL),
	);
	const { access_token: token } = recordOf(oauthTokenData);
	const baseUrl = secureBaseUrl(textOf(oauthBaseUrl) || LINKEDIN_OAUTH);
	const secrets = [clientId, clientSecret, token].map(textOf);
	if (baseUrl === undefined || secrets.includes('')) return undefined;

	const now = Date.now();
	const key = createHash('sha256').update(secrets.join('\n')).digest('hex').slice(0, 16);
	// From here to `remember` nothing waits: of many that ask at once the first one asks LinkedIn.
	const known = [ASKED.get(key), readKept(kept, key)].find((asked) => isOfToday(asked, now));
	if (known !== undefined) return known.report;
	const [id = '', secret = '', value = ''] = secrets;
	const report = inTime(
		introspectToken(
			sendPlain(caller),
			baseUrl,
			{ clientId: id, clientSecret: secret, token: value },
			cancelSignal(caller),
		),
	);
	remember(key, { at: now, report });
	if (kept !== undefined) kept[KEPT] = toKept(key, now, await report);
	return report;
}

/**
 * The token's facts, completed by LinkedIn's report where n8n does not know when the token expires
 * (before n8n 2.31 or so). A token that n8n renews by itself is not asked for.
 *
 * @param kept as {@link reportOfToken}
 */
export async function completedFacts(
	caller: Caller,
	token: TokenFacts,
	kept?: IDataObject,
): Promise<TokenFacts> {
	if (token.hasRefreshToken || token.expiresAt !== undefined) return token;
	const { expiresAt, scopes } = (await reportOfToken(caller, kept)) ?? {};
	return {
		...token,
		...(expiresAt === undefined ? {} : { expiresAt }),
		...(token.grantedScopes === undefined && scopes !== undefined ? { grantedScopes: scopes } : {}),
	};
}

/** Undefined after a failure, a cancel, or too long a wait. */
async function inTime(asking: Promise<TokenReport | undefined>): Promise<TokenReport | undefined> {
	const over = new AbortController();
	const tooLong = sleep(LONGEST_WAIT_MS, over.signal).then(
		() => undefined,
		() => undefined,
	);
	try {
		return await Promise.race([asking.catch(() => undefined), tooLong]);
	} finally {
		over.abort();
	}
}

function isOfToday(asked: Asked | undefined, now: number): boolean {
	// A clock that was set back makes an answer of the future: it is asked again.
	return asked !== undefined && asked.at <= now && now - asked.at < DAY_MS;
}

function remember(key: string, asked: Asked): void {
	ASKED.delete(key);
	ASKED.set(key, asked);
	const [oldest] = ASKED.keys();
	if (ASKED.size > MAX_ASKED && oldest !== undefined) ASKED.delete(oldest);
}

/** What n8n stored; anything else than it could have stored is no report. */
function readKept(data: IDataObject | undefined, key: string): Asked | undefined {
	const stored: unknown = data?.[KEPT];
	const { of, at, active, expiresAt, scopes } = recordOf(stored);
	if (of !== key || typeof at !== 'number') return undefined;
	if (typeof active !== 'boolean') return { at, report: Promise.resolve(undefined) };
	return {
		at,
		report: Promise.resolve({
			active,
			...(typeof expiresAt === 'number' ? { expiresAt } : {}),
			...(Array.isArray(scopes)
				? { scopes: scopes.filter((scope) => typeof scope === 'string') }
				: {}),
		}),
	};
}

function toKept(key: string, at: number, report: TokenReport | undefined): IDataObject {
	const { active, expiresAt, scopes } = report ?? {};
	return {
		of: key,
		at,
		...(active === undefined ? {} : { active }),
		...(expiresAt === undefined ? {} : { expiresAt }),
		...(scopes === undefined ? {} : { scopes: [...scopes] }),
	};
}
