import type { SimRequest } from '../core/http';
import type { Simulation } from '../core/simulation';
import { openSession, requireOpen } from './uploadSession';
import type { Video } from './video';

/**
 * linkedin-videos-api: the URL is "present only if" the initialize request asked for it, so nobody
 * has the signature of another. The page tells of these uploads before finalize; assumed: after
 * it they are refused.
 */
export function openSupplement(
	simulation: Simulation,
	request: SimRequest,
	id: string,
	signature: string,
): Video {
	const video = openSession(simulation, request, id, { parameter: 'ut', signature });
	if (simulation.settings.readings.supplementsAfterFinalize === 'refused') requireOpen(video);
	return video;
}
