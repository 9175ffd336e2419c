import { json } from '../../core/http';
import type { SimulationHandler } from '../../core/routing';
import { readInitialize } from '../initialize';
import { wholeUrl } from './address';
import { newWhole } from './asset';
import type { WholeKind } from './kind';

/**
 * linkedin-images-api, "Initialize Image Upload"; public (Documents API, "Initialize Document
 * Upload").
 */
export function initializeWhole(kind: WholeKind): SimulationHandler {
	return async (simulation, request) => {
		const nothing = () => undefined;
		const { owner, initializeRequest, libraryMetadata } = await readInitialize(
			simulation,
			request,
			kind,
			nothing,
		);
		const asset = newWhole(simulation, kind, { owner, initializeRequest, libraryMetadata });
		kind.store(simulation).add(asset);
		return json(200, {
			value: {
				uploadUrlExpiresAt: asset.urlsExpireAt,
				uploadUrl: wholeUrl(simulation, kind, asset.id),
				[kind.kind]: asset.urn,
			},
		});
	};
}
