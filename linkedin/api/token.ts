/** What is known of the credential's token; never the token itself. */
export interface TokenFacts {
	/** Only LinkedIn's approved partners get one. Without it a token ends after 60 days. */
	readonly hasRefreshToken: boolean;
	/** Epoch milliseconds; known from n8n 2.31 on. */
	readonly expiresAt?: number;
	/** The scopes LinkedIn granted, where the token's answer named them. */
	readonly grantedScopes?: readonly string[];
}

const DAY_MS = 24 * 60 * 60 * 1000;
const WARN_FROM_DAYS = 7;

/**
 * A warning from seven days before the end of a token that cannot be renewed, so that nobody finds
 * out from a failed Monday morning.
 *
 * @param now epoch milliseconds
 */
export function expiryWarning(token: TokenFacts, now: number): string | undefined {
	if (token.hasRefreshToken || token.expiresAt === undefined) return undefined;
	const days = Math.floor((token.expiresAt - now) / DAY_MS);
	if (days >= WARN_FROM_DAYS || token.expiresAt <= now) return undefined;
	const when = days < 1 ? 'in less than a day' : `in ${days} ${days === 1 ? 'day' : 'days'}`;
	return `The LinkedIn connection ends ${when}. Open the credential and connect again: LinkedIn’s tokens last 60 days, and this one cannot be renewed by itself.`;
}
