import { viewPart, type PartView } from '../assets/parts/part';
import { recipeStates, type RecipeState, type VectorAsset } from './asset';
import type { Mechanism } from './mechanism';
import type { MediaType } from './recipes';
import type { ServiceRelationship } from './relationships';
import type { VectorStatus } from './states';

export interface AssetView {
	readonly urn: string;
	/** As the registration named it. */
	readonly owner: string;
	readonly mediaType: MediaType;
	readonly mechanism: Mechanism;
	readonly status: VectorStatus;
	readonly recipes: readonly RecipeState[];
	readonly serviceRelationships: readonly ServiceRelationship[];
	/** As the registration declared it. */
	readonly fileSize: number | undefined;
	/** Of the whole file; absent for several parts without `spool`. */
	readonly sha256: string | undefined;
	/** Of the PUT of a whole file. */
	readonly size: number | undefined;
	readonly contentType: string | undefined;
	/** PUTs of the whole file that were stored. */
	readonly attempts: number;
	readonly parts: readonly PartView[];
	readonly mediaArtifact: string;
	readonly metadata: string | undefined;
	/** The register body as it came. */
	readonly registerRequest: unknown;
	readonly uploadUrlsExpireAt: number;
	/** Completions that reached this asset, refused ones too. */
	readonly completeCalls: number;
}

export function viewAsset(asset: VectorAsset): AssetView {
	return {
		urn: asset.urn,
		owner: asset.owner.text,
		mediaType: asset.mediaType,
		mechanism: asset.mechanism,
		status: asset.status,
		recipes: recipeStates(asset, 'peek'),
		serviceRelationships: asset.serviceRelationships,
		fileSize: asset.fileSize,
		sha256: asset.sha256,
		size: asset.received?.size,
		contentType: asset.received?.contentType,
		attempts: asset.attempts,
		parts: asset.parts.map(viewPart),
		mediaArtifact: asset.mediaArtifact,
		metadata: asset.metadata,
		registerRequest: asset.registerRequest,
		uploadUrlsExpireAt: asset.urlsExpireAt,
		completeCalls: asset.completeCalls,
	};
}
