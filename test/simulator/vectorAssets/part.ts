import { createHash } from 'node:crypto';
import { refusals } from '../core/catalogue';
import { empty, type SimRequest, type SimResponse } from '../core/http';
import { randomText } from '../core/ids';
import type { Readings } from '../core/readings';
import { refuseBytes } from '../core/refusal';
import type { Simulation } from '../core/simulation';
import {
	refuseToken,
	requireFreshUrl,
	requireLength,
	requireOctetStream,
	requireSignature,
	requireVerb,
} from '../rules/bytePlane';
import { receive, replace } from '../videos/part';
import type { VectorAsset } from './asset';
import { assetPartSignature } from './urls';

/**
 * linkedin-vector-assets-api, "Registering Multi-Part Upload", "Upload the Video": a PUT of exactly
 * the bytes of the part's `byteRange`, with the headers of its entry; 200 with an ETag.
 */
export async function putAssetPart(
	simulation: Simulation,
	request: SimRequest,
	id: string,
	number: number,
): Promise<SimResponse> {
	requireVerb(request, 'PUT');
	const { clock, settings } = simulation;
	refuseToken(request, settings);
	const asset = simulation.assets.find(id);
	if (asset === undefined) throw refuseBytes(404, 'No such upload');
	requireSignature(request, settings, 'sau', assetPartSignature(simulation, asset, number));
	requireFreshUrl(asset.urlsExpireAt, clock.now(), settings);
	const part = asset.parts[number - 1];
	// Out of reach with a signature that was handed out; it tells the compiler so.
	if (part === undefined) throw refuseBytes(404, 'No such part');
	requireOctetStream(request);
	const length = requireLength(request);
	if (length !== part.size) {
		throw refuseBytes(400, `Part ${number} has ${part.size} bytes, got ${length}`);
	}

	const file = await receive(simulation, request, () => {
		requireOpen(asset);
	});
	const sha256 = request.body.digest();
	const same = part.received?.sha256 === sha256 ? part.received.id : undefined;
	const partId = same ?? newPartId(settings.readings, sha256);
	await replace(simulation, part, { sha256, id: partId, ...(file === undefined ? {} : { file }) });
	return empty(200, { etag: settings.readings.assetEtag === 'quoted' ? `"${partId}"` : partId });
}

/** assumed: nothing is added to an upload that was completed. */
function requireOpen(asset: VectorAsset): void {
	if (asset.session !== 'open') throw refusals.updatingFailed(asset.urn);
}

/** linkedin-vector-assets-api: a quoted hash; linkedin-videos-api: a bare path. */
function newPartId({ assetEtag }: Readings, sha256: string): string {
	if (assetEtag === 'path') return `/ambry-video/signedId/AQH${randomText(150)}.bin`;
	return createHash('md5').update(sha256).update(randomText(8)).digest('hex');
}
