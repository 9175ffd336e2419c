import { endpointNames } from '../core/endpoints';
import type { Simulator, TokenRequest } from '../types';
import type { AssetStates } from '../vectorAssets/play';
import { recipeStatuses, vectorStatuses } from '../vectorAssets/states';
import { activityRoutes } from './activityRoutes';
import { libraryRoutes } from './libraryRoutes';
import { flag, count, listOf, number, oneOf, Reader, text, type Parser } from './parser';
import { parseFaultPlan } from './parseFault';
import { parseSettings, progression } from './parseSettings';
import { worldRoutes } from './worldRoutes';

/** `body` is the parsed JSON of the request, `{}` where there was none. */
export type ControlRoute = (simulator: Simulator, body: unknown, query: URLSearchParams) => unknown;

/** Method and path below `/_simulator/`. README.md describes each. */
export const controlRoutes: ReadonlyMap<string, ControlRoute> = new Map<string, ControlRoute>([
	['GET ', (simulator) => ({ url: simulator.url, app: simulator.app, endpoints: endpointNames })],
	[
		'GET journal',
		(simulator, _body, query) => {
			const since = Number(query.get('since') ?? 0);
			return { entries: simulator.journal.filter(({ seq }) => seq > since) };
		},
	],
	[
		'GET state',
		(simulator) => ({
			now: simulator.clock.now(),
			videos: simulator.videos(),
			images: simulator.images(),
			documents: simulator.documents(),
			posts: simulator.posts(),
			comments: simulator.comments(),
			assets: simulator.assets(),
			unhandled: simulator.unhandled(),
			unmetFaults: simulator.unmetFaults(),
		}),
	],
	['GET faults', (simulator) => ({ faults: simulator.plannedFaults() })],
	['POST faults', (simulator, body) => ({ id: simulator.plan(parseFaultPlan(body)) })],
	['DELETE faults', deleteFaults],
	['GET clock', (simulator) => ({ now: simulator.clock.now() })],
	[
		'POST clock',
		(simulator, body) => {
			simulator.clock.advance(one(body, 'advanceMs', number));
			return { now: simulator.clock.now() };
		},
	],
	['GET settings', (simulator) => simulator.settings],
	[
		'POST settings',
		(simulator, body) => {
			simulator.configure(parseSettings(body));
			return simulator.settings;
		},
	],
	['POST token', (simulator, body) => simulator.issueToken(parseTokenRequest(body))],
	[
		'POST token/expire',
		act((simulator, body) => {
			simulator.expireToken(one(body, 'access_token', text));
		}),
	],
	[
		'POST token/revoke',
		act((simulator, body) => {
			simulator.revokeToken(one(body, 'access_token', text));
		}),
	],
	[
		'POST token/revokeRefresh',
		act((simulator, body) => {
			simulator.revokeRefreshToken(one(body, 'refresh_token', text));
		}),
	],
	...libraryRoutes,
	...activityRoutes,
	...worldRoutes,
	['POST processing', act(finishProcessing)],
	['POST processing/next', act(nextProcessing)],
	['POST asset', act(setAsset)],
	[
		'POST reset',
		async (simulator) => {
			await simulator.reset();
			return {};
		},
	],
]);

function act(action: (simulator: Simulator, body: unknown) => void): ControlRoute {
	return (simulator, body) => {
		action(simulator, body);
		return {};
	};
}

function one<T>(body: unknown, name: string, parser: Parser<T>): T {
	const reader = new Reader(body, 'body');
	const value = reader.get(name, parser);
	reader.done();
	return value;
}

function deleteFaults(simulator: Simulator, _body: unknown, query: URLSearchParams): unknown {
	const id = query.get('id');
	const ids = id === null ? simulator.plannedFaults().map((plan) => plan.id) : [Number(id)];
	return { cancelled: ids.filter((each) => simulator.cancelPlan(each)).length };
}

function parseTokenRequest(body: unknown): TokenRequest {
	const reader = new Reader(body, 'body');
	const options: { memberId?: string; expiresInSeconds?: number; refreshable?: boolean } = {};
	reader.optional('memberId', text, (value) => (options.memberId = value));
	reader.optional('expiresInSeconds', count, (value) => (options.expiresInSeconds = value));
	reader.optional('refreshable', flag, (value) => (options.refreshable = value));
	const request = { ...options, scopes: reader.get('scopes', listOf(text)) };
	reader.done();
	return request;
}

function finishProcessing(simulator: Simulator, body: unknown): void {
	const reader = new Reader(body, 'body');
	const urn = reader.get('urn', text);
	const failure: { reason?: string } = {};
	reader.optional('failure', text, (reason) => (failure.reason = reason));
	reader.done();
	const { reason } = failure;
	simulator.finishProcessing(urn, reason === undefined ? 'AVAILABLE' : { failure: reason });
}

function nextProcessing(simulator: Simulator, body: unknown): void {
	const reader = new Reader(body, 'body');
	const kind = reader.get('kind', oneOf(['video', 'image', 'asset', 'document']));
	const found = reader.get('processing', progression);
	reader.done();
	if (kind === 'video') simulator.nextVideo(found);
	else if (kind === 'image') simulator.nextImage(found);
	else if (kind === 'document') simulator.nextDocument(found);
	else simulator.nextAsset(found);
}

function setAsset(simulator: Simulator, body: unknown): void {
	const reader = new Reader(body, 'body');
	const urn = reader.get('urn', text);
	const states: { -readonly [Name in keyof AssetStates]: AssetStates[Name] } = {};
	reader.optional('status', oneOf(vectorStatuses), (status) => (states.status = status));
	reader.optional('recipeStatus', oneOf(recipeStatuses), (found) => (states.recipeStatus = found));
	reader.optional('recipe', text, (recipe) => (states.recipe = recipe));
	reader.done();
	simulator.setAsset(urn, states);
}
