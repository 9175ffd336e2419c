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
	/** LinkedIn's status: the recipe's, or the asset's own if that one decides. */
	readonly status: string;
	readonly ready: boolean;
	/** Why it will never be ready. */
	readonly failure?: string;
}

/** @param recipe the use that counts; undefined for all: the one that is furthest behind decides */
export function assetState(asset: AssetEntity, recipe?: string): AssetState {
	const { status } = asset;
	const gone = status === undefined ? undefined : ASSET_STATES.get(status);
	if (status !== undefined && gone !== undefined) return { status, ready: false, failure: gone };
	const own = asset.recipes.filter((entry) => entry.recipe === recipe);
	const states = (own.length > 0 ? own : asset.recipes).map((entry) => recipeState(entry.status));
	return (
		states.find(({ failure }) => failure !== undefined) ??
		states.find(({ ready }) => !ready) ??
		states[0] ?? { status: 'UNKNOWN', ready: false }
	);
}

function recipeState(status: string): AssetState {
	const meaning = RECIPE_STATES.get(status);
	if (typeof meaning === 'object') return { status, ready: false, failure: meaning.failed };
	return { status, ready: meaning === 'ready' };
}
