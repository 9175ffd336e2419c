import { getImage } from '../images/get';
import { initializeImage } from '../images/initialize';
import { putImage } from '../images/upload';
import { accessToken } from '../oauth/accessToken';
import { authorization } from '../oauth/authorization';
import { userinfo } from '../people/userinfo';
import { postCaptions } from '../videos/captions';
import { finalizeVideo } from '../videos/finalize';
import { getVideo } from '../videos/get';
import { initializeVideo } from '../videos/initialize';
import { putPart } from '../videos/part';
import { putThumbnail } from '../videos/thumbnail';
import type { EndpointName } from './endpoints';
import type { Handler, Route, SimRequest, SimResponse } from './http';
import type { Simulation } from './simulation';

type SimulationHandler = (
	simulation: Simulation,
	request: SimRequest,
) => SimResponse | Promise<SimResponse>;

const actions: ReadonlyMap<string, readonly [EndpointName, SimulationHandler]> = new Map([
	['videos?initializeUpload', ['videos.initializeUpload', initializeVideo]],
	['videos?finalizeUpload', ['videos.finalizeUpload', finalizeVideo]],
	['images?initializeUpload', ['images.initializeUpload', initializeImage]],
]);

const entities: ReadonlyMap<string, readonly [EndpointName, SimulationHandler]> = new Map([
	['videos', ['videos.get', getVideo]],
	['images', ['images.get', getImage]],
]);

const fixed: ReadonlyMap<string, readonly [EndpointName, SimulationHandler]> = new Map([
	['/oauth/v2/authorization', ['oauth.authorization', authorization]],
	['/oauth/v2/accessToken', ['oauth.accessToken', accessToken]],
	['/v2/userinfo', ['userinfo', userinfo]],
]);

/** `undefined`: nobody here knows this request. */
export function findRoute(simulation: Simulation, request: SimRequest): Route | undefined {
	const [root] = request.segments;
	if (root === 'rest') return restRoute(simulation, request);
	if (root === 'dms-uploads' || root === 'dms-mpf-uploads') return byteRoute(simulation, request);
	return bind(simulation, fixed.get(request.path));
}

function restRoute(simulation: Simulation, request: SimRequest): Route | undefined {
	const { method, query, segments } = request;
	const [, resource = '', key] = segments;
	if (segments.length === 2 && method === 'POST') {
		return bind(simulation, actions.get(`${resource}?${query.get('action') ?? ''}`));
	}
	if (segments.length === 3 && key !== '' && method === 'GET') {
		return bind(simulation, entities.get(resource));
	}
	return undefined;
}

function byteRoute(simulation: Simulation, { segments }: SimRequest): Route | undefined {
	const [root, id = '', kind, last = ''] = segments;
	const at = (endpoint: EndpointName, handle: Handler): Route => ({ endpoint, handle });
	if (root === 'dms-mpf-uploads') {
		if (kind !== 'userUploadedCustomCaptions') return undefined;
		return at('videos.captions', (request) => postCaptions(simulation, request, id));
	}
	switch (kind) {
		case 'uploadedVideo': {
			if (!/^[1-9]\d*$/.test(last)) return undefined;
			const part = Number(last);
			return { ...at('videos.part', (request) => putPart(simulation, request, id, part)), part };
		}
		case 'ads-video-userUploadedThumbnail':
			return at('videos.thumbnail', (request) => putThumbnail(simulation, request, id));
		case 'uploaded-image':
			return at('images.upload', (request) => putImage(simulation, request, id));
		default:
			return undefined;
	}
}

function bind(
	simulation: Simulation,
	found: readonly [EndpointName, SimulationHandler] | undefined,
): Route | undefined {
	if (found === undefined) return undefined;
	const [endpoint, handle] = found;
	return { endpoint, handle: (request) => handle(simulation, request) };
}
