import { instructions } from '../assets/parts/instructions';
import type { Simulation } from '../core/simulation';
import type { VectorAsset } from './asset';
import { shownHeaders } from './uploadHeaders';
import { assetPartUrl, wholeUrl } from './urls';

const single = 'com.linkedin.digitalmedia.uploading.MediaUploadHttpRequest';
const multipart = 'com.linkedin.digitalmedia.uploading.MultipartUpload';

/** linkedin-vector-assets-api, sample responses of the three registrations. */
export function registerAnswer(simulation: Simulation, asset: VectorAsset): object {
	const { planShape } = simulation.settings;
	const { mediaArtifact, metadata, urn } = asset;
	const named = planShape === 'noVideo' ? { mediaArtifact } : { mediaArtifact, asset: urn };
	if (asset.mechanism === 'MULTIPART_UPLOAD') {
		const parts = planShape === 'noInstructions' ? {} : partRequests(simulation, asset);
		return { uploadMechanism: { [multipart]: { ...parts, metadata } }, ...named };
	}
	const request = {
		uploadUrl: wholeUrl(simulation, asset),
		headers: shownHeaders(asset.mediaType, simulation.settings.readings),
	};
	return {
		uploadMechanism: planShape === 'noInstructions' ? {} : { [single]: request },
		...named,
		assetRealTimeTopic: `urn:li-realtime:digitalmediaAssetUpdatesTopic:${urn}`,
	};
}

/**
 * The sample's ranges have 4,194,304 bytes, though the page tells to split into 5 MB. assumed: the
 * readings and shapes of the plan of linkedin-videos-api hold here too.
 */
function partRequests(simulation: Simulation, asset: VectorAsset): object {
	const parts = instructions(simulation, asset.fileSize ?? 0);
	return {
		partUploadRequests: parts.map(({ number, firstByte, lastByte }) => ({
			headers: { 'Content-Type': 'application/octet-stream' },
			byteRange: { lastByte, firstByte },
			url: assetPartUrl(simulation, asset, number),
			urlExpiresAt: asset.urlsExpireAt,
		})),
	};
}
