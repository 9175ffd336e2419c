import type { Outcome } from './assets/ripening';
import type { Clock } from './core/clock';
import type { JournalEntry } from './core/journal';
import type { Progression, Settings, SettingsPatch } from './core/settings';
import type { FaultPlan, PlannedFault } from './faults/faultBook';
import type { ImageView, VideoView } from './inspect';
import type { App } from './oauth/app';
import type { TokenAnswer } from './oauth/tokens';
import type { World } from './people/world';

export interface SimulatorOptions {
	/** 0 takes a free one. */
	readonly port?: number;
	readonly app?: Partial<App>;
	/** Replaces whole sections of the default world. */
	readonly world?: Partial<World>;
	readonly settings?: SettingsPatch;
}

export interface TokenRequest {
	readonly scopes: readonly string[];
	/** The signed-in member when absent. */
	readonly memberId?: string;
	readonly expiresInSeconds?: number;
	/** With a refresh token, whether or not the app is an approved partner. */
	readonly refreshable?: boolean;
}

export interface Simulator {
	/** `http://127.0.0.1:PORT`, for everything. */
	readonly url: string;
	readonly app: App;
	readonly world: World;
	readonly clock: Clock;
	readonly settings: Settings;
	configure(patch: SettingsPatch): void;

	issueToken(request: TokenRequest): TokenAnswer;
	/** Each takes the token's text and throws for one that it did not issue. */
	expireToken(accessToken: string): void;
	revokeToken(accessToken: string): void;
	revokeRefreshToken(refreshToken: string): void;

	/** How the next video, or image, ripens; several calls make a queue. */
	nextVideo(processing: Progression): void;
	nextImage(processing: Progression): void;
	/** Ends the processing of one asset by hand. */
	finishProcessing(urn: string, outcome: Outcome): void;

	/** Throws for a URN that it did not hand out. */
	video(urn: string): VideoView;
	videos(): VideoView[];
	image(urn: string): ImageView;
	images(): ImageView[];

	/** Returns the id of the plan. */
	plan(plan: FaultPlan): number;
	cancelPlan(id: number): boolean;
	plannedFaults(): PlannedFault[];
	/** Plans that were not met, or not for every call they name. */
	unmetFaults(): PlannedFault[];

	readonly journal: readonly JournalEntry[];
	/** Requests that no handler knew; each was answered with 404. */
	unhandled(): readonly JournalEntry[];

	/** Back to the start: assets, tokens, faults, journal, clock and settings. */
	reset(): Promise<void>;
	close(): Promise<void>;
}
