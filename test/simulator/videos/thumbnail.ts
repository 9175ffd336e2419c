import { receive } from '../assets/receive';
import { empty, type SimRequest, type SimResponse } from '../core/http';
import { refuseBytes } from '../core/refusal';
import type { Simulation } from '../core/simulation';
import { storedFiles } from '../core/stored';
import { requireLength, requireOctetStream, requireVerb } from '../rules/bytePlane';
import { openSupplement } from './supplement';
import { thumbnailSignature } from './urls';

/** linkedin-videos-api, "Upload Thumbnail": PUT with `media-type-family:STILLIMAGE`; 201. */
export async function putThumbnail(
	simulation: Simulation,
	request: SimRequest,
	id: string,
): Promise<SimResponse> {
	requireVerb(request, 'PUT');
	const video = openSupplement(simulation, request, id, thumbnailSignature(simulation, id));
	if (request.headers['media-type-family'] !== 'STILLIMAGE') {
		throw refuseBytes(400, 'media-type-family must be STILLIMAGE');
	}
	requireOctetStream(request);
	if (requireLength(request) === 0) throw refuseBytes(400, 'The thumbnail is empty');
	const path = await receive(simulation, request, () => undefined);
	const size = request.body.bytes;
	video.thumbnail = {
		sha256: request.body.digest(),
		size,
		...(path === undefined ? {} : { media: storedFiles([{ path, size }]) }),
	};
	return empty(201);
}
