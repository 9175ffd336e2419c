import type { LibraryFill } from './assets/fill';
import type { LibraryMetadata, LibraryStatus } from './assets/library';
import type { Outcome } from './assets/ripening';
import type { WholeView } from './assets/whole/view';
import type { CommentView } from './comments/view';
import type { Clock } from './core/clock';
import type { JournalEntry } from './core/journal';
import type { Progression, Settings, SettingsPatch } from './core/settings';
import type { FaultPlan, PlannedFault } from './faults/faultBook';
import type { ImageView, VideoView } from './inspect';
import type { App } from './oauth/app';
import type { TokenAnswer } from './oauth/tokens';
import type { World } from './people/world';
import type { PostView } from './posts/view';
import type { Reaction } from './social/reactionBook';
import type { Activity } from './statistics/activity';
import type { AssetStates } from './vectorAssets/play';
import type { AssetView } from './vectorAssets/view';

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
	/** Replaces whole sections of the world, until the next reset. */
	populate(world: Partial<World>): void;

	issueToken(request: TokenRequest): TokenAnswer;
	/** Each takes the token's text and throws for one that it did not issue. */
	expireToken(accessToken: string): void;
	revokeToken(accessToken: string): void;
	revokeRefreshToken(refreshToken: string): void;

	/** How the next video, or image, ripens; several calls make a queue. */
	nextVideo(processing: Progression): void;
	nextImage(processing: Progression): void;
	nextDocument(processing: Progression): void;
	/** The next legacy asset; a `failure` of `SERVER_ERROR` or `INCOMPLETE` ends in that state. */
	nextAsset(processing: Progression): void;
	/** Ends the processing of one asset by hand. */
	finishProcessing(urn: string, outcome: Outcome): void;
	/** Puts a legacy asset, or a recipe of it, into any state, until the next call. */
	setAsset(urn: string, states: AssetStates): void;

	/** Assets without an upload, by the thousand if need be; their URNs, the newest last. */
	addLibraryEntries(fill: LibraryFill): string[];
	/** Changes an entry past LinkedIn's rules; a new status leaves the last-modified time alone. */
	changeLibraryEntry(urn: string, changes: Partial<LibraryMetadata>): void;
	setLibraryStatus(urn: string, status: LibraryStatus): void;
	/** The video or image vanishes. */
	removeAsset(urn: string): void;

	/** What people did with posts: LinkedIn's statistics are counted from it. */
	tell(...activities: readonly Activity[]): void;
	/** Those that were made by the API. */
	reactions(): Reaction[];

	/** Throws for a URN that it did not hand out. */
	video(urn: string): VideoView;
	videos(): VideoView[];
	image(urn: string): ImageView;
	images(): ImageView[];
	document(urn: string): WholeView;
	documents(): WholeView[];
	post(urn: string): PostView;
	/** In the order of their creation, deleted ones too. */
	posts(): PostView[];
	/** In the order of their creation, deleted ones too. */
	comments(): CommentView[];
	asset(urn: string): AssetView;
	assets(): AssetView[];

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
