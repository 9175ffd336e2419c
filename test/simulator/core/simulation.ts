import type { App } from '../oauth/app';
import type { CodeStore } from '../oauth/codes';
import type { TokenStore } from '../oauth/tokens';
import type { World } from '../people/world';
import type { AssetStore } from '../assets/store';
import type { WholeAsset } from '../assets/whole/asset';
import type { Post } from '../posts/post';
import type { ReactionBook } from '../social/reactionBook';
import type { ActivityBook } from '../statistics/activity';
import type { VectorAsset } from '../vectorAssets/asset';
import type { Video } from '../videos/video';
import type { Clock } from './clock';
import type { Settings } from './settings';
import type { Spool } from './spool';

/** Everything that a handler may look at or change. */
export interface Simulation {
	readonly clock: Clock;
	world: World;
	readonly app: App;
	readonly codes: CodeStore;
	readonly tokens: TokenStore;
	readonly videos: AssetStore<Video>;
	readonly images: AssetStore<WholeAsset>;
	readonly assets: AssetStore<VectorAsset>;
	readonly documents: AssetStore<WholeAsset>;
	/** What people did with posts. */
	readonly activity: ActivityBook;
	readonly reactions: ReactionBook;
	readonly posts: AssetStore<Post>;
	readonly spool: Spool;
	/** Signs upload URLs. */
	readonly signingKey: string;
	settings: Settings;
	/** Where this simulator listens. */
	origin: string;
}

export function uploadOrigin(simulation: Simulation): string {
	return simulation.settings.uploadOrigin || simulation.origin;
}
