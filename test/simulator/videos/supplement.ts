import type { SimRequest } from '../core/http';
import { refuseBytes } from '../core/refusal';
import type { Simulation } from '../core/simulation';
import type { Video } from './video';
import { openSession, requireOpen } from './uploadSession';

interface Supplement {
	readonly asked: 'captionsAsked' | 'thumbnailAsked';
	readonly signature: string;
}

/**
 * linkedin-videos-api: the URL is "present only if" the initialize request asked for it, and the
 * page tells of these uploads before finalize. assumed: after it they are refused.
 */
export function openSupplement(
	simulation: Simulation,
	request: SimRequest,
	id: string,
	{ asked, signature }: Supplement,
): Video {
	const video = openSession(simulation, request, id, { parameter: 'ut', signature });
	if (!video[asked]) throw refuseBytes(404, 'No such upload');
	if (simulation.settings.readings.supplementsAfterFinalize === 'refused') requireOpen(video);
	return video;
}
