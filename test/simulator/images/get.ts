import { visibleMetadata } from '../assets/library';
import { readSingle } from '../assets/single';
import { json, type SimRequest, type SimResponse } from '../core/http';
import { uploadOrigin, type Simulation } from '../core/simulation';

/** linkedin-images-api, "GET a single image". */
export function getImage(simulation: Simulation, request: SimRequest): SimResponse {
	const { asset, account } = readSingle(simulation, request, 'image', (id) =>
		simulation.images.find(id),
	);
	const status = asset.ripening.read();
	const mediaLibraryMetadata = visibleMetadata(simulation, asset.libraryMetadata, account);
	return json(200, {
		id: asset.urn,
		owner: asset.owner,
		status,
		...(status === 'AVAILABLE'
			? {
					downloadUrl: `${uploadOrigin(simulation)}/dms/image/${asset.id}/image-shrink_1280/0/${asset.createdAt}?v=beta`,
					downloadUrlExpiresAt: asset.urlExpiresAt,
				}
			: {}),
		...(mediaLibraryMetadata === undefined ? {} : { mediaLibraryMetadata }),
	});
}
