import { refusals, type AssetKind } from '../core/catalogue';
import { json } from '../core/http';
import type { SimulationHandler } from '../core/routing';
import type { Simulation } from '../core/simulation';
import { enterControlPlane } from '../rules/controlPlane';
import { requireReadRights } from '../rules/rights';
import { parseUrn, type Urn } from '../rules/urn';
import type { Collection, MediaAsset } from './collection';
import { askedAccount, requireReadableLibrary } from './library';
import type { AssetStore } from './store';

/**
 * "Get a Video", "GET a single image". The page of the videos encodes the URN in the path, the
 * page of the images does not: both are understood.
 */
export function getSingle<Asset extends MediaAsset>(
	collection: Collection<Asset>,
): SimulationHandler {
	const { kind } = collection;
	return (simulation, request) => {
		const caller = enterControlPlane(request, simulation, 'get', ['associatedAccount']);
		const { bearer, version } = caller;
		const { id } = requireAssetUrn(kind, request.segments[2] ?? '');
		const account = askedAccount(kind, caller.query.optionalText('associatedAccount'));
		const asset = requireAsset(simulation, collection, id);
		const access = { kind, owner: ownerOf(kind, asset), operation: 'GET', version };
		requireReadRights(simulation, bearer, access);
		requireReadableLibrary(simulation, bearer, kind, account);
		return json(200, collection.entity(simulation, asset, account));
	};
}

/** INVALID_VIDEO_ID or INVALID_IMAGE_ID for what is no URN of LinkedIn at all. */
export function requireAssetUrn(kind: AssetKind, text: string): Urn {
	if (!text.startsWith('urn:li:')) throw refusals.invalidAssetId(kind);
	return parseUrn(kind, 'id', text, [kind]);
}

export function requireAsset<Asset extends { readonly id: string }>(
	simulation: Simulation,
	collection: { store(simulation: Simulation): AssetStore<Asset> },
	id: string,
): Asset {
	const asset = collection.store(simulation).find(id);
	if (asset !== undefined) return asset;
	throw refusals.notFound(simulation.settings.readings.notFound === '400' ? 400 : 404);
}

export function ownerOf(kind: AssetKind, { owner }: MediaAsset): Urn {
	return parseUrn(kind, 'owner', owner, ['person', 'organization', 'sponsoredAccount']);
}
