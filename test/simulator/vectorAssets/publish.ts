import type { Simulation } from '../core/simulation';
import type { VectorAsset } from './asset';

/**
 * linkedin-vector-assets-api, "Asset Usage": an uploaded asset is used from /videos and /images by the
 * id of its URN. assumed: it can be read there once it is uploaded, not before.
 */
export function publish(simulation: Simulation, asset: VectorAsset): void {
	if (asset.mediaType === 'image') publishImage(simulation, asset);
	else publishVideo(simulation, asset);
}

function publishImage({ images }: Simulation, asset: VectorAsset): void {
	const received =
		asset.received === undefined || asset.sha256 === undefined
			? undefined
			: { ...asset.received, sha256: asset.sha256 };
	const known = images.find(asset.id);
	if (known !== undefined) {
		known.received = received;
		known.attempts = asset.attempts;
		return;
	}
	images.add({
		...shared(asset),
		urn: `urn:li:image:${asset.id}`,
		urlsExpireAt: asset.urlsExpireAt,
		attempts: asset.attempts,
		received,
	});
}

function publishVideo({ videos }: Simulation, asset: VectorAsset): void {
	const known = videos.find(asset.id);
	if (known !== undefined) {
		known.sha256 = asset.sha256;
		return;
	}
	videos.add({
		...shared(asset),
		urn: `urn:li:video:${asset.id}`,
		fileSizeBytes: asset.fileSize ?? asset.received?.size ?? 0,
		uploadToken: '',
		urlsExpireAt: asset.urlsExpireAt,
		captionsAsked: false,
		thumbnailAsked: false,
		parts: asset.parts,
		captions: undefined,
		thumbnail: undefined,
		sha256: asset.sha256,
		session: 'closed',
		finalizeCalls: 0,
		partIds: undefined,
	});
}

function shared({ id, owner, registerRequest, createdAt, ripening }: VectorAsset) {
	return {
		id,
		owner: owner.urn.text,
		initializeRequest: registerRequest,
		libraryMetadata: undefined,
		touched: undefined,
		createdAt,
		ripening,
	};
}
