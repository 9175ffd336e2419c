import { refusals } from '../core/catalogue';
import { empty } from '../core/http';
import type { SimulationHandler } from '../core/routing';
import type { Simulation } from '../core/simulation';
import { enterControlPlane, type Caller } from '../rules/controlPlane';
import { Fields } from '../rules/fields';
import { readJsonBody } from '../rules/jsonBody';
import { isOpenToAll, requireLibraryRights, requireScope, type CallAccess } from '../rules/rights';
import { parseUrn, type Urn } from '../rules/urn';
import type { Collection, MediaAsset } from './collection';
import { isLibraryStatus, type LibraryMetadata, type LibraryStatus } from './library';
import { ownerOf, requireAsset, requireAssetUrn } from './single';
import type { AssetStatus } from './states';

type Changes = Partial<Pick<LibraryMetadata, 'assetName' | 'mediaLibraryStatus'>>;

/**
 * "Partial Update on a Video", "... on an Image": only the library metadata, only for the account
 * that the query has to name; "silently ignores any other patch data"; 204.
 */
export function partialUpdate<Asset extends MediaAsset>(
	collection: Collection<Asset>,
): SimulationHandler {
	const { kind } = collection;
	return async (simulation, request) => {
		const caller = enterControlPlane(request, simulation, 'partial_update', ['associatedAccount']);
		const body = Fields.of('partialUpdate', await readJsonBody(request));
		const { id } = requireAssetUrn(kind, request.segments[2] ?? '');
		const account = parseUrn(kind, 'associatedAccount', caller.query.text('associatedAccount'), [
			'sponsoredAccount',
		]);
		const changes = readChanges(body.object('patch'));
		const access = { kind, operation: 'PARTIAL_UPDATE', version: caller.version };
		requireUpdateRights(simulation, caller, {
			...access,
			account,
			asset: collection.store(simulation).find(id),
		});
		const asset = requireAsset(simulation, collection, id);
		const { libraryMetadata } = asset;
		// assumed: what is not in the library of this account is not there.
		if (libraryMetadata?.associatedAccount !== account.text) throw refusals.notFound(404);
		apply(simulation, asset, libraryMetadata, changes);
		return empty(204);
	};
}

/** linkedin-images-api: "all the GET and UPDATE methods" of an ad account's own images, in one reading. */
function requireUpdateRights(
	simulation: Simulation,
	{ bearer }: Caller,
	{ account, asset, ...access }: CallAccess & { account: Urn; asset: MediaAsset | undefined },
): void {
	const { kind } = access;
	if (asset !== undefined && isOpenToAll(simulation, kind, ownerOf(kind, asset))) {
		requireScope(simulation, bearer, access, ['rw_ads']);
	} else requireLibraryRights(simulation, bearer, access, account);
}

function readChanges(patch: Fields): Changes {
	const set = patch.optionalObject('mediaLibraryMetadata')?.optionalObject('$set');
	if (set === undefined) return {};
	const assetName = set.optionalString('assetName');
	const status = set.optionalString('mediaLibraryStatus');
	// assumed: as in initialize.
	if (assetName === '') set.fail('assetName', 'must not be empty');
	if (status !== undefined && !isLibraryStatus(status)) {
		return set.fail('mediaLibraryStatus', `"${status}" is not an enum symbol`);
	}
	return {
		...(assetName === undefined ? {} : { assetName }),
		...(status === undefined ? {} : { mediaLibraryStatus: status }),
	};
}

/**
 * "Updating the mediaLibraryMetadata.mediaLibraryStatus field won't update the last modified time
 * of the asset." assumed: another name does. assumed: where the status is refused, the name stays.
 */
function apply(
	simulation: Simulation,
	asset: MediaAsset,
	before: LibraryMetadata,
	changes: Changes,
): void {
	const { mediaLibraryStatus: to = before.mediaLibraryStatus } = changes;
	if (!mayMove(before.mediaLibraryStatus, to, asset.ripening.peek())) {
		throw refusals.updatingFailed(asset.urn);
	}
	asset.libraryMetadata = { ...before, ...changes };
	const renamed = asset.libraryMetadata.assetName !== before.assetName;
	if (renamed && simulation.settings.readings.renaming === 'modifies') {
		asset.touched = simulation.clock.stamp();
	}
}

/**
 * "An asset can go from ACTIVE to ARCHIVED only if it's not currently in processing (i.e. is done
 * processing or processing failed). An asset can only go from ARCHIVED to ACTIVE if it succeeded
 * processing."
 */
function mayMove(from: LibraryStatus, to: LibraryStatus, status: AssetStatus): boolean {
	if (from === to || status === 'AVAILABLE') return true;
	return to === 'ARCHIVED' && status === 'PROCESSING_FAILED';
}
