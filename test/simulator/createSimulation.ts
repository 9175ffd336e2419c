import { AssetStore } from './assets/store';
import { createClock } from './core/clock';
import { randomText } from './core/ids';
import { defaultSettings, patchSettings } from './core/settings';
import type { Simulation } from './core/simulation';
import { Spool } from './core/spool';
import { defaultApp } from './oauth/app';
import { CodeStore } from './oauth/codes';
import { TokenStore } from './oauth/tokens';
import { defaultWorld } from './people/world';
import { ReactionBook } from './social/reactionBook';
import { ActivityBook } from './statistics/activity';
import type { SimulatorOptions } from './types';

export function createSimulation(options: SimulatorOptions): Simulation {
	const clock = createClock();
	return {
		clock,
		world: { ...defaultWorld, ...options.world },
		app: { ...defaultApp, ...options.app },
		codes: new CodeStore(clock),
		tokens: new TokenStore(clock),
		videos: new AssetStore(),
		images: new AssetStore(),
		assets: new AssetStore(),
		documents: new AssetStore(),
		activity: new ActivityBook(),
		reactions: new ReactionBook(),
		posts: new AssetStore(),
		spool: new Spool(),
		signingKey: randomText(32),
		settings: patchSettings(defaultSettings, options.settings ?? {}),
		origin: '',
	};
}
