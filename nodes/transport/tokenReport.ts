import { createHash } from 'crypto';
import type { IDataObject } from 'n8n-workflow';

import { secureBaseUrl } from '../../linkedin/api/hosts';
import { NO_LONGER_NEEDED } from '../../linkedin/api/http';
import { introspectToken, type TokenReport } from '../../linkedin/api/introspection';
import { recordOf } from '../../linkedin/api/parse';
import { DAY_MS, type TokenFacts } from '../../linkedin/api/token';
import { cancelSignal, CREDENTIAL, textOf, type Caller } from './connection';
import { sendPlain } from './plainRequest';
import { sleep } from './sleep';

/** The key of the report in n8n's static data. */
const KEPT = 'linkedInToken';

/** The end of *Access Token URL*, a hidden field of the credential. */
const EXCHANGE_PATH = '/oauth/v2/accessToken';

/** A run waits for it at its start, so a slow host is not waited for. */
const LONGEST_WAIT_MS = 5000;

/** One request. It counts even without an answer. */
interface Asked {
	/** Epoch milliseconds. */
	readonly at: number;
	readonly report: Promise<TokenReport | undefined>;
}

/** By the token's digest, for all nodes of this process. The oldest are dropped first. */
const ASKED = new Map<string, Asked>();
const MAX_ASKED = 500;

/**
 * What LinkedIn says about the credential's token, requested at most once a day.
 *
 * @param kept the static data that n8n keeps across restarts; only for a trigger: n8n writes all of
 * a workflow's static data at once, so a run, which has an older copy, must not change it
 * @returns undefined if LinkedIn can't be asked, or not in time: nothing depends on it
 */
export async function reportOfToken(
	caller: Caller,
	kept?: IDataObject,
): Promise<TokenReport | undefined> {
	const { clientId, clientSecret, accessTokenUrl, oauthTokenData } = recordOf(
		await caller.getCredentials(CREDENTIAL),
	);
	const { access_token: token } = recordOf(oauthTokenData);
	const baseUrl = oauthHost(textOf(accessTokenUrl));
	const secrets = [clientId, clientSecret, token].map(textOf);
	if (baseUrl === undefined || secrets.includes('')) return undefined;

	const now = Date.now();
	const key = createHash('sha256').update(secrets.join('\n')).digest('hex').slice(0, 16);
	// No await between here and `remember`: of many simultaneous calls, only the first one asks
	// LinkedIn.
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
 * What is known about the token, completed by LinkedIn's report if n8n doesn't know when the token
 * expires (before about n8n 2.31). Not requested for a token that n8n renews automatically.
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

/**
 * The host that n8n itself sends the client secret to. Not the field *OAuth Base URL*: an
 * administrator who sets one app for everybody also sets this URL, and then no user of the app can
 * have its secret sent elsewhere.
 *
 * @returns undefined if no secret may be sent to it
 */
function oauthHost(accessTokenUrl: string): string | undefined {
	if (!accessTokenUrl.endsWith(EXCHANGE_PATH)) return undefined;
	return secureBaseUrl(accessTokenUrl.slice(0, -EXCHANGE_PATH.length));
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
		over.abort(NO_LONGER_NEEDED);
	}
}

function isOfToday(asked: Asked | undefined, now: number): boolean {
	// If the clock was set back, the report is from the future: it is requested again.
	return asked !== undefined && asked.at <= now && now - asked.at < DAY_MS;
}

function remember(key: string, asked: Asked): void {
	ASKED.delete(key);
	ASKED.set(key, asked);
	const [oldest] = ASKED.keys();
	if (ASKED.size > MAX_ASKED && oldest !== undefined) ASKED.delete(oldest);
}

/** Reads what n8n stored; anything invalid counts as no report. */
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
