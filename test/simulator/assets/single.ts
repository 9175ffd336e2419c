import { refusals, type AssetKind } from '../core/catalogue';
import type { SimRequest } from '../core/http';
import type { Simulation } from '../core/simulation';
import { enterControlPlane } from '../rules/controlPlane';
import { mayReadLibrary, requireReadRights } from '../rules/rights';
import { parseUrn } from '../rules/urn';
import { askedAccount } from './library';

interface Owned {
	readonly owner: string;
}

interface Found<Asset> {
	readonly asset: Asset;
	readonly account: string | undefined;
}

/**
 * "Get a Video", "GET a single image". The page of the videos encodes the URN in the path, the
 * page of the images does not: both are understood.
 */
export function readSingle<Asset extends Owned>(
	simulation: Simulation,
	request: SimRequest,
	kind: AssetKind,
	find: (id: string) => Asset | undefined,
): Found<Asset> {
	const { bearer, version } = enterControlPlane(request, simulation, 'get', ['associatedAccount']);
	const key = request.segments[2] ?? '';
	if (!key.startsWith('urn:li:')) throw refusals.invalidAssetId(kind);
	const { id } = parseUrn(kind, 'id', key, [kind]);
	const account = askedAccount(kind, request.query.get('associatedAccount'));
	const asset = find(id);
	if (asset === undefined) {
		throw refusals.notFound(simulation.settings.readings.notFound === '400' ? 400 : 404);
	}
	const owner = parseUrn(kind, 'owner', asset.owner, [
		'person',
		'organization',
		'sponsoredAccount',
	]);
	requireReadRights(simulation, bearer, { kind, owner, operation: 'GET', version });
	if (account !== undefined && !mayReadLibrary(simulation, bearer, account.split(':')[3] ?? '')) {
		throw refusals.forbidden(kind);
	}
	return { asset, account };
}
