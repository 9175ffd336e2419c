import { foreignWords } from './foreignWords';
import { LAST_DAY_MS } from './lastDay';
import { parseAnswer, recordOf } from './parse';
import type { SendBytes } from './http';

/** What LinkedIn says of a token. */
export interface TokenReport {
	/** False for a token that has expired, was revoked, or belongs to another app. */
	readonly active: boolean;
	/** Epoch milliseconds; undefined if LinkedIn doesn't say, as for another app's token. */
	readonly expiresAt?: number;
	readonly scopes?: readonly string[];
}

/**
 * The app that the token belongs to. Secrets: they go into the body of this one request, and
 * nowhere else.
 */
interface IntrospectedToken {
	readonly clientId: string;
	readonly clientSecret: string;
	readonly token: string;
}

const TIMEOUT_MS = 5000;

/**
 * `POST /oauth/v2/introspectToken` (LinkedIn's "Token Introspection"): works for every app, and
 * doesn't count against the API's daily limits.
 *
 * @param baseUrl of LinkedIn's OAuth host, without a slash at its end
 * @returns undefined if LinkedIn's answer can't be used: nothing depends on it
 * @throws CancelledError, ConnectionError
 */
export async function introspectToken(
	send: SendBytes,
	baseUrl: string,
	{ clientId, clientSecret, token }: IntrospectedToken,
	signal?: AbortSignal,
): Promise<TokenReport | undefined> {
	const form = new URLSearchParams({ client_id: clientId, client_secret: clientSecret, token });
	const { status, body } = await send(
		{
			method: 'POST',
			url: `${baseUrl}/oauth/v2/introspectToken`,
			headers: {
				Accept: 'application/json',
				'Content-Type': 'application/x-www-form-urlencoded',
			},
			body: form.toString(),
			timeoutMs: TIMEOUT_MS,
		},
		signal,
	);
	return status === 200 ? readReport(body) : undefined;
}

function readReport(body: string): TokenReport | undefined {
	const { active, expires_at: expiresAt, scope } = recordOf(parseAnswer(body));
	if (typeof active !== 'boolean') return undefined;
	return {
		active,
		// LinkedIn counts in seconds.
		...(typeof expiresAt === 'number' ? endOf(expiresAt * 1000) : {}),
		...(typeof scope === 'string' ? { scopes: scopesIn(scope) } : {}),
	};
}

/** When a token expires, if that is a point in time: epoch milliseconds. */
export function endOf(expiresAt: number): { readonly expiresAt?: number } {
	return expiresAt > 0 && expiresAt <= LAST_DAY_MS ? { expiresAt } : {};
}

/** LinkedIn has a few dozen. */
const MOST_SCOPES = 200;

/** LinkedIn separates scopes by commas in some places and by spaces in others. */
export function scopesIn(text: string): readonly string[] {
	return text
		.split(/[\s,]+/, MOST_SCOPES)
		.filter((scope) => scope !== '')
		.map(foreignWords);
}
