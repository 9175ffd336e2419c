import type { AssetStore } from './assets/store';
import type { Surroundings } from './core/exchange';
import { patchSettings, type Settings } from './core/settings';
import { viewImage, viewVideo } from './inspect';
import type { Simulator, TokenRequest } from './types';

/** What tests hold in their hands. */
export function createHandle(
	around: Surroundings,
	started: Settings,
	close: () => Promise<void>,
): Simulator {
	const { simulation, journal, faults } = around;
	const { app, clock, images, tokens, videos, world } = simulation;
	return {
		app,
		clock,
		world,
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
		finishProcessing(urn, outcome) {
			const asset = urn.startsWith('urn:li:image:') ? find(images, urn) : find(videos, urn);
			asset.ripening.finish(outcome);
		},

		video: (urn) => viewVideo(find(videos, urn)),
		videos: () => videos.all().map(viewVideo),
		image: (urn) => viewImage(find(images, urn)),
		images: () => images.all().map(viewImage),

		plan: (plan) => faults.add(plan),
		cancelPlan: (id) => faults.remove(id),
		plannedFaults: () => faults.all(),
		unmetFaults: () => faults.unmet(),
		unhandled: () => journal.unhandled(),

		async reset() {
			for (const part of [faults, journal, images, videos, tokens, simulation.codes]) part.clear();
			clock.reset();
			simulation.settings = started;
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
