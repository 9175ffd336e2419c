import type { Place } from './place';

export interface AppSecret {
	readonly clientId: string;
	readonly clientSecret: string;
}

/** What a run works with. The token is read from the environment, and sent by the wire alone. */
export interface Setup {
	readonly place: Place;
	readonly token: string;
	readonly app?: AppSecret;
	/** `urn:li:organization:…` */
	readonly page?: string;
	/** `urn:li:sponsoredAccount:…` */
	readonly account?: string;
	/** `YYYYMM` */
	readonly version: string;
	/** The most calls, clean-up included. */
	readonly calls: number;
	readonly signal?: AbortSignal;
	/** Asked once, before anything becomes public. */
	readonly confirm: (what: readonly string[]) => Promise<boolean>;
	readonly say: (line: string) => void;
	/** Milliseconds. */
	readonly sleep: (ms: number) => Promise<void>;
	readonly now: () => Date;
}
