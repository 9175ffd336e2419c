import type { Part } from '../assets/parts/part';
import type { Ripening } from '../assets/ripening';
import type { Mechanism } from './mechanism';
import type { Owner } from './owner';
import type { MediaType } from './recipes';
import type { ServiceRelationship } from './relationships';
import { ripened, type RecipeStatus, type VectorStatus } from './states';

export interface VectorAsset {
	readonly urn: string;
	readonly id: string;
	readonly owner: Owner;
	readonly mediaType: MediaType;
	readonly mechanism: Mechanism;
	readonly recipes: readonly string[];
	readonly artifactClass: string;
	readonly mediaArtifact: string;
	readonly serviceRelationships: readonly ServiceRelationship[];
	/** The register body as it came. */
	readonly registerRequest: unknown;
	/** As the request declared it. */
	readonly fileSize: number | undefined;
	/** Of an upload in parts only. */
	readonly metadata: string | undefined;
	readonly urlsExpireAt: number;
	readonly createdAt: number;
	readonly ripening: Ripening;
	/** Of an upload in parts only. */
	readonly parts: readonly Part[];
	/** What a test has set; it stands until the test sets another. */
	readonly played: Map<string, RecipeStatus>;
	status: VectorStatus;
	lastModified: number;
	/** PUTs of the whole file that were stored. */
	attempts: number;
	received: { readonly size: number; readonly contentType: string | undefined } | undefined;
	/** Of the whole file. */
	sha256: string | undefined;
	/** `closing` while the completion is at work. */
	session: 'open' | 'closing' | 'closed';
	completeCalls: number;
}

export interface RecipeState {
	readonly recipe: string;
	readonly status: RecipeStatus;
}

/** `read` counts as a look through the API, `peek` does not. */
export function recipeStates(asset: VectorAsset, look: 'read' | 'peek'): RecipeState[] {
	const status = ripened(asset.ripening[look](), asset.ripening.failure);
	return asset.recipes.map((recipe) => ({ recipe, status: asset.played.get(recipe) ?? status }));
}
