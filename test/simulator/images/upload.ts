import { empty, type SimRequest, type SimResponse } from '../core/http';
import { refuseBytes } from '../core/refusal';
import type { Simulation } from '../core/simulation';
import { storedFiles } from '../core/stored';
import { requireBearer } from '../rules/bearer';
import { requireFreshUrl, requireLength, requireSignature, requireVerb } from '../rules/bytePlane';
import { requireUploadRights } from '../rules/rights';
import { parseUrn } from '../rules/urn';
import { receive } from '../videos/part';
import { imageSignature } from './urls';

/**
 * linkedin-images-api sends on to linkedin-vector-assets-api: "Use a PUT method", "The upload call
 * requires a valid OAuth token in the 'Authorization' header"; 201.
 */
export async function putImage(
	simulation: Simulation,
	request: SimRequest,
	id: string,
): Promise<SimResponse> {
	requireVerb(request, 'PUT');
	const { clock, settings } = simulation;
	const image = simulation.images.find(id);
	if (image === undefined) throw refuseBytes(404, 'No such upload');
	requireSignature(request, settings, 'ut', imageSignature(simulation, id));
	requireFreshUrl(image.urlExpiresAt, clock.now(), settings);
	const bearer = requireBearer(request, simulation);
	const owner = parseUrn('image', 'owner', image.owner, [
		'person',
		'organization',
		'sponsoredAccount',
	]);
	requireUploadRights(simulation, bearer, { kind: 'image', owner, operation: 'UPLOAD' });
	const contentType = imageContentType(request);
	if (requireLength(request) === 0) throw refuseBytes(400, 'The image is empty');
	const path = await receive(simulation, request, () => undefined);
	const size = request.body.bytes;

	image.received = { sha256: request.body.digest(), size, contentType };
	if (path !== undefined) image.media = storedFiles([{ path, size }]);
	image.attempts += 1;
	// assumed: a repeated PUT replaces the bytes and starts nothing anew.
	if (image.attempts === 1) image.ripening.uploaded();
	return empty(201);
}

/** The sample (`curl --upload-file`) sends none. assumed: octet-stream and images pass too. */
export function imageContentType(request: SimRequest): string | undefined {
	const type = request.headers['content-type'];
	if (type === undefined || /^(application\/octet-stream|image\/[a-z0-9.+-]+)$/i.test(type)) {
		return type;
	}
	throw refuseBytes(415, `Content-Type ${type} is not an image`);
}
