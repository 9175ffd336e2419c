import { newParts } from '../assets/parts/part';
import { Ripening } from '../assets/ripening';
import { assetId, randomText } from '../core/ids';
import type { Simulation } from '../core/simulation';
import type { Video } from './video';

type Given = Pick<Video, 'owner' | 'fileSizeBytes' | 'initializeRequest' | 'libraryMetadata'> &
	Partial<Pick<Video, 'captionsAsked' | 'thumbnailAsked' | 'createdAt' | 'ripening' | 'session'>>;

/** A video whose upload was just initialized, but for what is given otherwise. */
export function newVideo({ clock, settings, videos }: Simulation, given: Given): Video {
	const id = assetId('video');
	const now = clock.now();
	return {
		urn: `urn:li:video:${id}`,
		id,
		uploadToken: settings.readings.uploadToken === 'opaque' ? randomText(48) : '',
		urlsExpireAt: now + settings.uploadUrlMs,
		captionsAsked: false,
		thumbnailAsked: false,
		createdAt: now,
		parts: newParts(given.fileSizeBytes, settings.partBytes),
		captions: undefined,
		thumbnail: undefined,
		sha256: undefined,
		session: 'open',
		finalizeCalls: 0,
		partIds: undefined,
		...given,
		ripening: given.ripening ?? new Ripening(clock, videos.nextProcessing() ?? settings.processing),
	};
}
