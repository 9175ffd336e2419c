import type { Simulation } from '../core/simulation';
import type { MediaAsset } from './collection';
import { shownOwner, visibleMetadata } from './library';
import type { AssetStatus } from './states';

/**
 * linkedin-videos-api, linkedin-images-api, "Schema": what both have. `more` is what only this kind
 * has at that status. It counts as a read.
 */
export function mediaEntity(
	simulation: Simulation,
	asset: MediaAsset,
	account: string | undefined,
	more: (status: AssetStatus) => object,
): object {
	const status = asset.ripening.read();
	const mediaLibraryMetadata = visibleMetadata(simulation, asset.libraryMetadata, account);
	return {
		id: asset.urn,
		owner: shownOwner(simulation, asset.owner),
		status,
		...more(status),
		...(mediaLibraryMetadata === undefined ? {} : { mediaLibraryMetadata }),
	};
}
