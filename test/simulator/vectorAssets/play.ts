import type { Clock } from '../core/clock';
import type { VectorAsset } from './asset';
import type { RecipeStatus, VectorStatus } from './states';

export interface AssetStates {
	readonly status?: VectorStatus;
	/** Of every recipe, or of the one that `recipe` names. */
	readonly recipeStatus?: RecipeStatus;
	readonly recipe?: string;
}

/** The test's hand: any state at any time; it stands until the next call. */
export function playStates(clock: Clock, asset: VectorAsset, states: AssetStates): void {
	const { recipe, recipeStatus, status } = states;
	if (recipe !== undefined && !asset.recipes.includes(recipe)) {
		throw new Error(`${asset.urn} has no recipe ${recipe}`);
	}
	if (status !== undefined) asset.status = status;
	if (recipeStatus !== undefined) {
		for (const each of recipe === undefined ? asset.recipes : [recipe]) {
			asset.played.set(each, recipeStatus);
		}
	}
	asset.lastModified = clock.now();
}
