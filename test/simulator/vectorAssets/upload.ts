import { wholeContentType } from '../assets/whole/upload';
import { empty, type IncomingBody, type SimRequest, type SimResponse } from '../core/http';
import { refuseBytes } from '../core/refusal';
import type { Simulation } from '../core/simulation';
import { imageKind } from '../images/image';
import { requireBearer } from '../rules/bearer';
import {
	refuseToken,
	requireLength,
	requireOctetStream,
	requireUpload,
	requireVerb,
} from '../rules/bytePlane';
import type { VectorAsset } from './asset';
import { largestSingle } from './mechanism';
import { publish } from './publish';
import { requireAssetRights } from './rights';
import { requireWholeHeaders } from './uploadHeaders';
import { wholeSignature } from './urls';

/**
 * linkedin-vector-assets-api, "Upload the Image", "Upload the Video": a PUT of the whole file, the
 * image with a token and answered with 201, the video without one and answered with 200.
 */
export async function putWhole(
	simulation: Simulation,
	request: SimRequest,
	id: string,
): Promise<SimResponse> {
	requireVerb(request, 'PUT');
	const { settings } = simulation;
	const found = simulation.assets.find(id);
	const video = found?.mediaType === 'video';
	if (video) refuseToken(request, settings);
	const asset = requireUpload(simulation, request, found, {
		parameter: 'ut',
		signature: (upload) => wholeSignature(simulation, upload),
	});
	if (!video) requireRights(simulation, request, asset);
	requireWholeHeaders(request, asset.mediaType, settings.readings);
	if (video) requireOctetStream(request);
	const contentType = video
		? request.headers['content-type']
		: wholeContentType(imageKind, request);
	requireSize(asset, requireLength(request), largestSingle(settings));
	const isGif = await startsLikeGif(request.body);
	const failure = isGif && settings.readings.assetGif === 'refused' ? 'CLIENT_ERROR' : undefined;
	store(simulation, asset, request, { contentType, failure });
	return empty(video ? 200 : 201);
}

/** Reads the body to its end. */
async function startsLikeGif(body: IncomingBody): Promise<boolean> {
	let start = '';
	for await (const chunk of body.chunks()) {
		if (start.length < 4) start += chunk.subarray(0, 4).toString('latin1');
	}
	return start.startsWith('GIF8');
}

function requireRights(simulation: Simulation, request: SimRequest, asset: VectorAsset): void {
	const bearer = requireBearer(request, simulation);
	const access = { kind: asset.mediaType, owner: asset.owner.urn, operation: 'UPLOAD' };
	requireAssetRights(simulation, bearer, access);
}

/** assumed: not empty, of the size that was declared, and a video not over 200 MB. */
function requireSize({ fileSize, mediaType }: VectorAsset, length: number, largest: number): void {
	if (length === 0) throw refuseBytes(400, `The ${mediaType} is empty`);
	if (fileSize !== undefined && length !== fileSize) {
		throw refuseBytes(400, `The upload was registered with ${fileSize} bytes, got ${length}`);
	}
	if (mediaType === 'video' && length > largest) {
		throw refuseBytes(400, `${length} bytes need MULTIPART_UPLOAD`);
	}
}

/** assumed: a repeated PUT replaces the bytes and starts nothing anew. */
function store(
	simulation: Simulation,
	asset: VectorAsset,
	{ body }: SimRequest,
	{ contentType, failure }: { contentType: string | undefined; failure: string | undefined },
): void {
	asset.sha256 = body.digest();
	asset.received = { size: body.bytes, contentType };
	asset.attempts += 1;
	asset.lastModified = simulation.clock.now();
	if (asset.attempts === 1) asset.ripening.uploaded(failure);
	asset.session = 'closed';
	publish(simulation, asset);
}
