import { refusals } from '../core/catalogue';
import { refuseBytes } from '../core/refusal';
import type { SimRequest } from '../core/http';
import type { Simulation } from '../core/simulation';
import { refuseToken, requireFreshUrl, requireSignature } from '../rules/bytePlane';
import type { Video } from './video';

export interface SignedAddress {
	readonly parameter: 'sau' | 'ut';
	readonly signature: string;
}

/** What the three kinds of signed addresses of a video have in common. */
export function openSession(
	simulation: Simulation,
	request: SimRequest,
	id: string,
	address: SignedAddress,
): Video {
	const { clock, settings } = simulation;
	refuseToken(request, settings);
	const video = simulation.videos.find(id);
	if (video === undefined) throw refuseBytes(404, 'No such upload');
	requireSignature(request, settings, address.parameter, address.signature);
	requireFreshUrl(video.urlsExpireAt, clock.now(), settings);
	return video;
}

/** assumed: nothing is added to a video whose upload was finalized. */
export function requireOpen(video: Video): void {
	if (video.session !== 'open') throw refusals.updatingFailed(video.urn);
}
