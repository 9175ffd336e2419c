import { requireOpen } from '../assets/parts/put';
import type { SimRequest } from '../core/http';
import type { Simulation } from '../core/simulation';
import { refuseToken, requireUpload } from '../rules/bytePlane';
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
	const { settings, videos } = simulation;
	refuseToken(request, settings);
	const video = requireUpload(simulation, request, videos.find(id), {
		parameter: 'ut',
		signature: () => signature,
	});
	if (settings.readings.supplementsAfterFinalize === 'refused') requireOpen(video);
	return video;
}
