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
	const described = simulation.settings.readings.imageFields === 'asSchema';
	return mediaEntity(simulation, image, account, (status) => ({
		...(described ? { altText: 'A talk on a stage' } : {}),
		...(status === 'AVAILABLE' ? artifacts(simulation, image) : {}),
		...(status === 'AVAILABLE' && described ? ratio : {}),
	}));
}

/** Files are not looked into: the example of the schema, with the decimals that it speaks of. */
const ratio = { aspectRatioWidth: 16.0125, aspectRatioHeight: 9 };

function artifacts(simulation: Simulation, { createdAt, id }: MediaAsset): object {
	const path = `/dms/image/${id}/image-shrink_1280/0/${createdAt}`;
	const { expiresAt, url } = downloadUrl(simulation, path);
	return { downloadUrl: url, downloadUrlExpiresAt: expiresAt };
}
