/** What is known of the credential's token; never the token itself. */
export interface TokenFacts {
	/** Only LinkedIn's approved partners get one. Without it, a token expires after 60 days. */
	readonly hasRefreshToken: boolean;
	/** Epoch milliseconds; n8n knows it since 2.31, LinkedIn's token introspection for every token. */
	readonly expiresAt?: number;
	/** The scopes LinkedIn granted, if the token response named them. */
	readonly grantedScopes?: readonly string[];
}

/** A day in milliseconds. */
export const DAY_MS = 24 * 60 * 60 * 1000;

/** How many days before expiry the warning starts. */
export const WARN_FROM_DAYS = 7;

/**
 * Whole days until a token that can't be renewed expires; 0 on its last day and afterwards.
 *
 * @param now epoch milliseconds
 * @returns undefined if the expiry is unknown, or n8n renews the token automatically
 */
export function daysLeft(token: TokenFacts, now: number): number | undefined {
	if (token.hasRefreshToken || token.expiresAt === undefined) return undefined;
	return Math.max(0, Math.floor((token.expiresAt - now) / DAY_MS));
}

/**
 * A warning from seven days before a token that can't be renewed expires, so that nobody learns
 * about it from a failed run.
 *
 * @param now epoch milliseconds
 */
export function expiryWarning(token: TokenFacts, now: number): string | undefined {
	const days = daysLeft(token, now);
	if (days === undefined || days >= WARN_FROM_DAYS || hasEnded(token, now)) return undefined;
	const when = days < 1 ? 'in less than a day' : `in ${days} ${days === 1 ? 'day' : 'days'}`;
	return `The LinkedIn connection expires ${when}. Open the credential and reconnect before then: access tokens expire after 60 days, and n8n can’t renew this one.`;
}

/**
 * Whether the token is known to have expired. One that n8n renews has not: it gets a new one.
 *
 * @param now epoch milliseconds
 */
export function hasEnded({ hasRefreshToken, expiresAt }: TokenFacts, now: number): boolean {
	return !hasRefreshToken && expiresAt !== undefined && expiresAt <= now;
}
