import { requireAsset } from '../assets/single';
import { refusals } from '../core/catalogue';
import { json, type SimRequest, type SimResponse } from '../core/http';
import type { Simulation } from '../core/simulation';
import { mediaArtifacts } from './artifacts';
import { recipeStates } from './asset';
import { enterAssets } from './enter';
import { askedFields, withoutProjection } from './projection';
import { requireAssetRights } from './rights';
import { mediaTypeFamilies } from './uploadHeaders';

/**
 * linkedin-vector-assets-api, "Check Status of Upload": by "the Asset ID from the digitalmediaAsset
 * URN". assumed: the URN itself is no key; who may upload for the owner may read.
 */
export function getAsset(simulation: Simulation, request: SimRequest): SimResponse {
	const { bearer, version } = enterAssets(withoutProjection(request), simulation, 'get', []);
	const key = request.segments[2] ?? '';
	if (!/^[\w-]+$/.test(key)) throw refusals.badRequest(`Invalid asset id ${key}`);
	const fields = askedFields(request);
	const asset = requireAsset(simulation, { store: ({ assets }) => assets }, key);
	const access = { kind: asset.mediaType, owner: asset.owner.urn, operation: 'GET', version };
	requireAssetRights(simulation, bearer, access);
	const recipes = recipeStates(asset, 'read');
	const entity = {
		created: asset.createdAt,
		id: asset.id,
		lastModified: asset.lastModified,
		mediaTypeFamily: mediaTypeFamilies[asset.mediaType],
		recipes,
		serviceRelationships: asset.serviceRelationships,
		status: asset.status,
	};
	if (fields === undefined) return json(200, entity);
	const all = { ...entity, mediaArtifacts: mediaArtifacts(simulation, asset, recipes) };
	return json(
		200,
		Object.fromEntries(Object.entries(all).filter(([name]) => fields.includes(name))),
	);
}
