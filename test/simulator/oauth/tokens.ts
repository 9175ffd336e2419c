import type { Clock } from '../core/clock';
import { markers, secretText } from '../core/ids';

export interface Bearer {
	readonly memberId: string;
	readonly scopes: ReadonlySet<string>;
}

interface AccessToken extends Bearer {
	readonly issuedAt: number;
	expiresAt: number;
	revoked: boolean;
}

interface RefreshToken extends Bearer {
	readonly expiresAt: number;
	revoked: boolean;
}

export interface TokenAnswer {
	readonly access_token: string;
	readonly expires_in: number;
	readonly scope: string;
	readonly refresh_token?: string;
	readonly refresh_token_expires_in?: number;
}

export interface Issue extends Bearer {
	readonly seconds: number;
	/** Seconds that a new refresh token lives; none is issued without. */
	readonly refreshSeconds?: number;
}

/** Times in epoch milliseconds. */
export interface TokenView {
	readonly issuedAt: number;
	readonly expiresAt: number;
	readonly scopes: ReadonlySet<string>;
	readonly state: 'active' | 'expired' | 'revoked';
}

export type TokenState = 'unknown' | 'revoked' | 'expired';

export class TokenStore {
	private readonly access = new Map<string, AccessToken>();
	private readonly refresh = new Map<string, RefreshToken>();

	constructor(private readonly clock: Clock) {}

	issue({ memberId, scopes, seconds, refreshSeconds }: Issue): TokenAnswer {
		const answer = this.issueAccess({ memberId, scopes }, seconds);
		if (refreshSeconds === undefined) return answer;
		const refreshToken = secretText(markers.refreshToken, 300);
		const expiresAt = this.clock.now() + refreshSeconds * 1000;
		this.refresh.set(refreshToken, { memberId, scopes, expiresAt, revoked: false });
		return { ...answer, refresh_token: refreshToken, refresh_token_expires_in: refreshSeconds };
	}

	/** public (refresh tokens): the refresh token stays, and so does the day on which it ends. */
	renew(refreshToken: string, seconds: number): TokenAnswer | undefined {
		const found = this.refresh.get(refreshToken);
		const left = ((found?.expiresAt ?? 0) - this.clock.now()) / 1000;
		if (found === undefined || found.revoked || left <= 0) return undefined;
		return {
			...this.issueAccess(found, Math.min(seconds, Math.floor(left))),
			refresh_token: refreshToken,
			refresh_token_expires_in: Math.floor(left),
		};
	}

	check(token: string): Bearer | TokenState {
		const found = this.access.get(token);
		if (found === undefined) return 'unknown';
		if (found.revoked) return 'revoked';
		return found.expiresAt <= this.clock.now() ? 'expired' : found;
	}

	/** public (token introspection): what is known of a token, alive or not. */
	look(token: string): TokenView | undefined {
		const found = this.access.get(token);
		if (found === undefined) return undefined;
		const { issuedAt, expiresAt, scopes, revoked } = found;
		const alive = expiresAt > this.clock.now() ? 'active' : 'expired';
		return { issuedAt, expiresAt, scopes, state: revoked ? 'revoked' : alive };
	}

	/** public (authorization code flow): asking for other scopes ends the tokens before. */
	revokeOtherScopes(memberId: string, scopes: ReadonlySet<string>): void {
		for (const token of [...this.access.values(), ...this.refresh.values()]) {
			const same =
				token.scopes.size === scopes.size && [...scopes].every((s) => token.scopes.has(s));
			if (token.memberId === memberId && !same) token.revoked = true;
		}
	}

	expire(token: string): boolean {
		const found = this.access.get(token);
		if (found) found.expiresAt = this.clock.now();
		return found !== undefined;
	}

	revoke(token: string): boolean {
		const found = this.access.get(token);
		if (found) found.revoked = true;
		return found !== undefined;
	}

	revokeRefresh(token: string): boolean {
		const found = this.refresh.get(token);
		if (found) found.revoked = true;
		return found !== undefined;
	}

	clear(): void {
		this.access.clear();
		this.refresh.clear();
	}

	private issueAccess({ memberId, scopes }: Bearer, seconds: number): TokenAnswer {
		const token = secretText(markers.accessToken, 340);
		const issuedAt = this.clock.now();
		const expiresAt = issuedAt + seconds * 1000;
		this.access.set(token, { memberId, scopes, issuedAt, expiresAt, revoked: false });
		return { access_token: token, expires_in: seconds, scope: [...scopes].join(' ') };
	}
}
