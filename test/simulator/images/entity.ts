import type { MediaAsset } from '../assets/collection';
import { downloadUrl } from '../assets/downloadUrls';
import { mediaEntity } from '../assets/entity';
import type { Simulation } from '../core/simulation';

/** linkedin-images-api, "Schema": what is empty before the image is available, and after. */
export function imageEntity(
	simulation: Simulation,
	image: MediaAsset,
	account: string | undefined,
): object {
	return mediaEntity(simulation, image, account, (status) =>
		status === 'AVAILABLE' ? artifacts(simulation, image) : {},
	);
}

function artifacts(simulation: Simulation, { createdAt, id }: MediaAsset): object {
	const path = `/dms/image/${id}/image-shrink_1280/0/${createdAt}`;
	const { expiresAt, url } = downloadUrl(simulation, path);
	return { downloadUrl: url, downloadUrlExpiresAt: expiresAt };
}
