import { ownerOf, requireAsset, requireAssetUrn } from '../assets/single';
import { refusals } from '../core/catalogue';
import { json, type SimRequest, type SimResponse } from '../core/http';
import type { Simulation } from '../core/simulation';
import { requireLegacyReadRights } from '../rules/rights';
import { enterAssets } from '../vectorAssets/enter';
import { imageCollection } from './collection';

/**
 * linkedin-images-api, "Permissions": that `w_member_social` reads nothing "only applies to versioned
 * gateway calls. w_member_social permissions are sufficient to make legacy GET calls to rest/images".
 * assumed: a legacy call is one below `/v2`, without a version; that it is still there is a reading.
 */
export function getLegacyImage(simulation: Simulation, request: SimRequest): SimResponse {
	const { bearer } = enterAssets(request, simulation, 'get', []);
	const isServed = simulation.settings.readings.legacyImageGet === 'served';
	if (!isServed || request.headers['linkedin-version'] !== undefined) {
		throw refusals.forbidden('image');
	}
	const { id } = requireAssetUrn('image', request.segments[2] ?? '');
	const image = requireAsset(simulation, imageCollection, id);
	const access = { kind: 'image', owner: ownerOf('image', image), operation: 'GET' } as const;
	requireLegacyReadRights(simulation, bearer, access);
	return json(200, imageCollection.entity(simulation, image, undefined));
}
