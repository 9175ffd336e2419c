import { filesOf, hashOfParts } from '../assets/parts/part';
import { requireOpen } from '../assets/parts/put';
import { refusals } from '../core/catalogue';
import { empty, type SimRequest, type SimResponse } from '../core/http';
import type { Simulation } from '../core/simulation';
import { Fields } from '../rules/fields';
import { readJsonBody } from '../rules/jsonBody';
import type { VectorAsset } from './asset';
import { enterAssets } from './enter';
import { readPartResponses, requirePartResponses } from './partResponses';
import { publish } from './publish';
import { requireAssetRights } from './rights';

/**
 * linkedin-vector-assets-api, "Complete Multi-Part Upload": the action is `completeMultiPartUpload`,
 * the key of its body `completeMultipartUploadRequest`. assumed: 200 without a body.
 */
export async function completeMultiPartUpload(
	simulation: Simulation,
	request: SimRequest,
): Promise<SimResponse> {
	const { bearer, version } = enterAssets(request, simulation, 'action', ['action']);
	const body = Fields.of('completeMultiPartUpload', await readJsonBody(request));
	const fields = body.object('completeMultipartUploadRequest');
	const mediaArtifact = fields.string('mediaArtifact');
	const metadata = fields.string('metadata');
	const responses = readPartResponses(fields);
	fields.noOthers();
	body.noOthers();

	const asset = findByArtifact(simulation, mediaArtifact);
	const access = { kind: asset.mediaType, owner: asset.owner.urn, version };
	requireAssetRights(simulation, bearer, { ...access, operation: 'COMPLETEMULTIPARTUPLOAD' });
	asset.completeCalls += 1;
	if (asset.mechanism !== 'MULTIPART_UPLOAD') {
		throw refusals.badRequest(`${asset.urn} was not registered with MULTIPART_UPLOAD`);
	}
	// assumed: a second completion is refused with the code for assets that cannot be changed.
	requireOpen(asset);
	if (metadata !== asset.metadata) {
		throw refusals.badRequest('metadata is not the one of this upload');
	}
	requirePartResponses(asset, responses, simulation.settings.readings);
	await close(simulation, asset);
	return empty(200);
}

/** assumed: the whole artifact is looked at, its class too; another one is NOT_FOUND. */
function findByArtifact({ assets }: Simulation, mediaArtifact: string): VectorAsset {
	const [, id = ''] =
		/^urn:li:digitalmediaMediaArtifact:\(urn:li:digitalmediaAsset:([\w-]+),/.exec(mediaArtifact) ??
		[];
	const asset = assets.find(id);
	if (asset?.mediaArtifact !== mediaArtifact) throw refusals.notFound(404);
	return asset;
}

async function close(simulation: Simulation, asset: VectorAsset): Promise<void> {
	asset.session = 'closing';
	asset.sha256 = await hashOfParts(simulation, asset.parts);
	await simulation.spool.discard(filesOf(asset.parts));
	asset.session = 'closed';
	asset.lastModified = simulation.clock.now();
	asset.ripening.uploaded();
	publish(simulation, asset);
}
