import { foreignWords } from '../../api/foreignWords';
import type { AssetEntity } from './entity';

/** What a state means for a wait. */
type Meaning = 'ready' | 'underWay' | { readonly failed: string };

/** States of a recipe (linkedin-vector-assets-api, recipes[*].status). Unknown ones are waited for. */
const RECIPE_STATES: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
	['NEW', 'underWay'],
	['WAITING_UPLOAD', 'underWay'],
	['PROCESSING', 'underWay'],
	['AVAILABLE', 'ready'],
	// Being processed again, and still served.
	['MUTATING', 'ready'],
	[
		'INCOMPLETE',
		{ failed: 'parts of it are missing or were deleted, so LinkedIn stopped processing it' },
	],
	[
		'CLIENT_ERROR',
		{ failed: 'LinkedIn doesn’t accept the file, e.g. because of its size or format' },
	],
	['SERVER_ERROR', { failed: 'LinkedIn returned a server error' }],
]);

/** States of the whole asset ("status") in which it is not shown, whatever its recipes say. */
const ASSET_STATES: ReadonlyMap<string, string> = new Map([
	['BLOCKED', 'LinkedIn blocked it'],
	['ABANDONED', 'its upload was abandoned, or the file has a different type than declared'],
	['DELETED', 'it was deleted'],
	['SCHEDULED_DELETION', 'it is being deleted'],
]);

/** An asset's state in one word, and details. */
interface AssetState {
	/** LinkedIn's status: the recipe's that is furthest behind, or the asset's own if that decides. */
	readonly status: string;
	readonly ready: boolean;
	/** Why it will never be ready. */
	readonly failure?: string;
	/** Where there are several: the state of each, with the recipe's name. */
	readonly each?: string;
}

/**
 * The state of an asset for its uses.
 *
 * @param recipes the uses that count; undefined for all. One that LinkedIn doesn't name is not ready,
 * unless it names none of them: then all that it names count
 */
export function assetState(asset: AssetEntity, recipes?: readonly string[]): AssetState {
	const { status } = asset;
	const gone = status === undefined ? undefined : ASSET_STATES.get(status);
	if (status !== undefined && gone !== undefined) return { status, ready: false, failure: gone };
	const counting = countingRecipes(asset, recipes);
	const states = counting.map((entry) => recipeState(entry.status));
	const decisive = states.find(({ failure }) => failure !== undefined) ??
		states.find(({ ready }) => !ready) ??
		states[0] ?? { status: 'UNKNOWN', ready: false };
	if (counting.length < 2) return decisive;
	const each = counting.map(({ recipe, status: state }) => `${nameOf(recipe)} ${state}`).join(', ');
	return { ...decisive, each };
}

function countingRecipes(
	{ recipes: named }: AssetEntity,
	recipes: readonly string[] | undefined,
): ReadonlyArray<AssetEntity['recipes'][number]> {
	const own = (recipes ?? []).flatMap((recipe) => named.filter((entry) => entry.recipe === recipe));
	if (recipes === undefined || own.length === 0) return named;
	const missing = recipes.filter((recipe) => !own.some((entry) => entry.recipe === recipe));
	return [...own, ...missing.map((recipe) => ({ recipe, status: 'UNKNOWN' }))];
}

/** `feedshare-video` of `urn:li:digitalmediaRecipe:feedshare-video`. */
function nameOf(recipe: string): string {
	return foreignWords(recipe.slice(recipe.lastIndexOf(':') + 1));
}

function recipeState(status: string): AssetState {
	const meaning = RECIPE_STATES.get(status);
	if (typeof meaning === 'object') return { status, ready: false, failure: meaning.failed };
	return { status, ready: meaning === 'ready' };
}
