import { newParts } from '../assets/parts/part';
import { Ripening } from '../assets/ripening';
import { json, type SimRequest, type SimResponse } from '../core/http';
import { assetId, randomText } from '../core/ids';
import type { Progression } from '../core/settings';
import type { Simulation } from '../core/simulation';
import { Fields } from '../rules/fields';
import { readJsonBody } from '../rules/jsonBody';
import type { VectorAsset } from './asset';
import { enterAssets } from './enter';
import { readUpload, type Mechanism, type Upload } from './mechanism';
import { readOwner } from './owner';
import { artifactClass, readRecipes } from './recipes';
import { registerAnswer } from './registerAnswer';
import { readRelationships } from './relationships';
import { requireAssetRights } from './rights';

/** linkedin-vector-assets-api, "Register an Upload for Images", "... for Video". */
export async function registerUpload(
	simulation: Simulation,
	request: SimRequest,
): Promise<SimResponse> {
	const { bearer, version } = enterAssets(request, simulation, 'action', ['action']);
	const registerRequest = await readJsonBody(request);
	const body = Fields.of('registerUpload', registerRequest);
	const fields = body.object('registerUploadRequest');
	const { settings, assets } = simulation;
	const recipes = readRecipes(fields, settings.readings);
	const kind = recipes.mediaType;
	const owner = readOwner(simulation, fields, kind);
	const access = { kind, owner: owner.urn, operation: 'REGISTERUPLOAD', version };
	requireAssetRights(simulation, bearer, access);
	const serviceRelationships = readRelationships(fields);
	const upload = readUpload(fields, kind, settings);
	fields.noOthers();
	body.noOthers();

	const id = assetId(kind);
	const urn = `urn:li:digitalmediaAsset:${id}`;
	const uploadedClass = artifactClass(recipes);
	const now = simulation.clock.now();
	const asset: VectorAsset = {
		urn,
		id,
		owner,
		...recipes,
		...upload,
		artifactClass: uploadedClass,
		mediaArtifact: `urn:li:digitalmediaMediaArtifact:(${urn},urn:li:digitalmediaMediaArtifactClass:${uploadedClass})`,
		serviceRelationships,
		registerRequest,
		metadata: upload.mechanism === 'MULTIPART_UPLOAD' ? newMetadata(id) : undefined,
		urlsExpireAt: now + settings.uploadUrlMs,
		createdAt: now,
		ripening: new Ripening(
			simulation.clock,
			ripens(upload.mechanism, assets.nextProcessing() ?? settings.processing),
		),
		parts: planned(simulation, upload),
		played: new Map(),
		status: 'ALLOWED',
		lastModified: now,
		attempts: 0,
		received: undefined,
		sha256: undefined,
		session: 'open',
		completeCalls: 0,
	};
	assets.add(asset);
	return json(200, { value: registerAnswer(simulation, asset) });
}

function planned({ settings }: Simulation, { mechanism, fileSize }: Upload): VectorAsset['parts'] {
	if (mechanism !== 'MULTIPART_UPLOAD' || fileSize === undefined) return [];
	return newParts(fileSize, settings.partBytes);
}

/**
 * linkedin-vector-assets-api: "Synchronous uploading provides a guaranteed response for the assets
 * API after processing the image": the PUT ends when the processing has ended.
 */
function ripens(mechanism: Mechanism, progression: Progression): Progression {
	if (mechanism !== 'SYNCHRONOUS_UPLOAD') return progression;
	const failure = progression.kind === 'manual' ? undefined : progression.failure;
	return { kind: 'immediate', ...(failure === undefined ? {} : { failure }) };
}

/** The sample is base64 of a small document, which nobody needs to read. */
function newMetadata(id: string): string {
	const content = {
		assetId: id,
		mediaArtifactId: 'aws-userUploadedVideo',
		uploadId: randomText(48),
	};
	return Buffer.from(JSON.stringify(content)).toString('base64');
}
