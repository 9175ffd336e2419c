import type { Clock } from '../core/clock';
import { markers, secretText } from '../core/ids';

export interface Grant {
	readonly memberId: string;
	readonly redirectUri: string;
	readonly scopes: readonly string[];
}

/** public (authorization code flow): a code lives 30 minutes. */
const lifetimeMs = 30 * 60 * 1000;

export class CodeStore {
	private readonly codes = new Map<string, { grant: Grant; expiresAt: number }>();

	constructor(private readonly clock: Clock) {}

	issue(grant: Grant): string {
		const code = secretText(markers.authorizationCode, 60);
		this.codes.set(code, { grant, expiresAt: this.clock.now() + lifetimeMs });
		return code;
	}

	/** A code is good for one exchange; `expired` once its time is over. */
	take(code: string): Grant | 'expired' | undefined {
		const found = this.codes.get(code);
		this.codes.delete(code);
		if (found === undefined) return undefined;
		return found.expiresAt <= this.clock.now() ? 'expired' : found.grant;
	}

	clear(): void {
		this.codes.clear();
	}
}
