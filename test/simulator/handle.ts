import { fillLibrary } from './assets/fill';
import { changeEntry, removeMedia } from './assets/hand';
import type { Ripening } from './assets/ripening';
import type { AssetStore } from './assets/store';
import { viewWhole } from './assets/whole/view';
import type { Surroundings } from './core/exchange';
import { patchSettings, type Settings } from './core/settings';
import type { Simulation } from './core/simulation';
import { viewImage, viewVideo } from './inspect';
import { viewPost } from './posts/view';
import type { Simulator, TokenRequest } from './types';
import { playStates } from './vectorAssets/play';
import { viewAsset } from './vectorAssets/view';

/** What tests hold in their hands. */
export function createHandle(
	around: Surroundings,
	started: Settings,
	close: () => Promise<void>,
): Simulator {
	const { simulation, journal, faults } = around;
	const { app, assets, clock, documents, images, posts, tokens, videos } = simulation;
	const startedWorld = simulation.world;
	return {
		app,
		clock,
		get world() {
			return simulation.world;
		},
		get url() {
			return simulation.origin;
		},
		get settings() {
			return simulation.settings;
		},
		get journal() {
			return journal.all();
		},
		configure(patch) {
			simulation.settings = patchSettings(simulation.settings, patch);
		},

		populate(world) {
			simulation.world = { ...simulation.world, ...world };
		},

		issueToken: (request) => issueToken(around, request),
		expireToken: (token) => {
			known('access token', tokens.expire(token));
		},
		revokeToken: (token) => {
			known('access token', tokens.revoke(token));
		},
		revokeRefreshToken: (token) => {
			known('refresh token', tokens.revokeRefresh(token));
		},

		nextVideo: (processing) => {
			videos.queueProcessing(processing);
		},
		nextImage: (processing) => {
			images.queueProcessing(processing);
		},
		nextDocument: (processing) => {
			documents.queueProcessing(processing);
		},
		nextAsset: (processing) => {
			assets.queueProcessing(processing);
		},
		finishProcessing(urn, outcome) {
			ripeningOf(simulation, urn).finish(outcome);
		},
		setAsset: (urn, states) => {
			playStates(clock, find(assets, urn), states);
		},

		addLibraryEntries: (fill) => fillLibrary(simulation, fill),
		changeLibraryEntry: (urn, changes) => {
			changeEntry(simulation, urn, changes);
		},
		setLibraryStatus: (urn, mediaLibraryStatus) => {
			changeEntry(simulation, urn, { mediaLibraryStatus });
		},
		removeAsset: (urn) => {
			removeMedia(simulation, urn);
		},

		tell: (...activities) => {
			simulation.activity.tell(clock.now(), activities);
		},
		reactions: () => simulation.reactions.all(),

		video: (urn) => viewVideo(find(videos, urn)),
		videos: () => videos.all().map(viewVideo),
		image: (urn) => viewImage(find(images, urn)),
		images: () => images.all().map(viewImage),
		document: (urn) => viewWhole(find(documents, urn)),
		documents: () => documents.all().map(viewWhole),
		post: (urn) => viewPost(simulation, find(posts, urn)),
		posts: () => posts.all().map((post) => viewPost(simulation, post)),
		asset: (urn) => viewAsset(find(assets, urn)),
		assets: () => assets.all().map(viewAsset),

		plan: (plan) => faults.add(plan),
		cancelPlan: (id) => faults.remove(id),
		plannedFaults: () => faults.all(),
		unmetFaults: () => faults.unmet(),
		unhandled: () => journal.unhandled(),

		async reset() {
			const stores = [assets, documents, images, posts, videos];
			for (const part of [faults, journal, tokens, simulation.codes, ...stores]) part.clear();
			for (const book of [simulation.activity, simulation.reactions]) book.clear();
			clock.reset();
			simulation.settings = started;
			simulation.world = startedWorld;
			await simulation.spool.clear();
		},
		close,
	};
}

function issueToken({ simulation }: Surroundings, request: TokenRequest) {
	const { settings, tokens } = simulation;
	return tokens.issue({
		memberId: request.memberId ?? settings.signedInMember,
		scopes: new Set(request.scopes),
		seconds: request.expiresInSeconds ?? settings.accessTokenSeconds,
		...(request.refreshable === true ? { refreshSeconds: settings.refreshTokenSeconds } : {}),
	});
}

function ripeningOf({ assets, documents, images, videos }: Simulation, urn: string): Ripening {
	if (urn.startsWith('urn:li:document:')) return find(documents, urn).ripening;
	if (urn.startsWith('urn:li:digitalmediaAsset:')) return find(assets, urn).ripening;
	return (urn.startsWith('urn:li:image:') ? find(images, urn) : find(videos, urn)).ripening;
}

function find<Asset extends { readonly id: string; readonly urn: string }>(
	store: AssetStore<Asset>,
	urn: string,
): Asset {
	const found = store.all().find((asset) => asset.urn === urn);
	if (found === undefined) throw new Error(`the simulator knows no ${urn}`);
	return found;
}

function known(what: string, found: boolean): void {
	if (!found) throw new Error(`the simulator did not issue this ${what}`);
}
