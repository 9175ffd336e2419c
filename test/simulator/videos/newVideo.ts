import { Ripening } from '../assets/ripening';
import { assetId, randomText } from '../core/ids';
import type { Simulation } from '../core/simulation';
import { planParts } from './plan';
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
		parts: planParts(given.fileSizeBytes, settings.partBytes).map((range, index) => ({
			number: index + 1,
			range,
			size: range.lastByte - range.firstByte + 1,
			attempts: 0,
			received: undefined,
		})),
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
