import { Ripening } from '../assets/ripening';
import { assetId } from '../core/ids';
import type { Simulation } from '../core/simulation';
import type { Image } from './image';

type Given = Pick<Image, 'owner' | 'initializeRequest' | 'libraryMetadata'> &
	Partial<Pick<Image, 'createdAt' | 'ripening'>>;

/** An image whose upload was just initialized, but for what is given otherwise. */
export function newImage({ clock, images, settings }: Simulation, given: Given): Image {
	const id = assetId('image');
	const now = clock.now();
	return {
		urn: `urn:li:image:${id}`,
		id,
		urlExpiresAt: now + settings.uploadUrlMs,
		createdAt: now,
		attempts: 0,
		received: undefined,
		...given,
		ripening: given.ripening ?? new Ripening(clock, images.nextProcessing() ?? settings.processing),
	};
}
