import { downloadUrl } from '../assets/downloadUrls';
import { shownOwner, visibleMetadata } from '../assets/library';
import type { Simulation } from '../core/simulation';
import type { Image } from './image';

/** linkedin-images-api, "Schema": what is empty before the image is available, and after. */
export function imageEntity(
	simulation: Simulation,
	image: Image,
	account: string | undefined,
): object {
	const status = image.ripening.read();
	const mediaLibraryMetadata = visibleMetadata(simulation, image.libraryMetadata, account);
	return {
		id: image.urn,
		owner: shownOwner(simulation, image.owner),
		status,
		...(status === 'AVAILABLE' ? artifacts(simulation, image) : {}),
		...(mediaLibraryMetadata === undefined ? {} : { mediaLibraryMetadata }),
	};
}

function artifacts(simulation: Simulation, { createdAt, id }: Image): object {
	const path = `/dms/image/${id}/image-shrink_1280/0/${createdAt}`;
	const { expiresAt, url } = downloadUrl(simulation, path);
	return { downloadUrl: url, downloadUrlExpiresAt: expiresAt };
}
