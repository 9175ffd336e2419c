import type { Readings } from '../core/readings';
import type { Fields } from '../rules/fields';

export type MediaType = 'image' | 'video';

const prefix = 'urn:li:digitalmediaRecipe:';

/** linkedin-vector-assets-api: the recipes of "How to Upload Images" and "How to Upload Videos". */
const mediaTypes: ReadonlyMap<string, MediaType> = new Map([
	['feedshare-image', 'image'],
	['companyUpdate-article-image', 'image'],
	['ssu-carousel-card-image', 'image'],
	['rightRail-logo-image', 'image'],
	['ads-image', 'image'],
	['feedshare-video', 'video'],
	['ads-video', 'video'],
	['ads-video_v2', 'video'],
]);

const deprecated = 'ads-video';

export interface Recipes {
	readonly recipes: readonly string[];
	readonly mediaType: MediaType;
}

/**
 * linkedin-vector-assets-api, schema of `recipes`: a list of URNs that name the use case.
 * assumed: at least one, each of the page, all of one media type; another one is a 400.
 */
export function readRecipes(fields: Fields, readings: Readings): Recipes {
	const recipes = fields.strings('recipes');
	const found = recipes.map((recipe, index) => {
		const name = recipe.startsWith(prefix) ? recipe.slice(prefix.length) : '';
		const mediaType = mediaTypes.get(name);
		const ended = name === deprecated && readings.deprecatedRecipe === 'refused';
		if (mediaType !== undefined && !ended) return mediaType;
		return fields.fail(`recipes/${index}`, `"${recipe}" is not a known recipe`);
	});
	const [mediaType] = found;
	if (mediaType === undefined) return fields.fail('recipes', 'must not be empty');
	if (found.some((other) => other !== mediaType)) {
		return fields.fail('recipes', 'recipes of images and of videos cannot be mixed');
	}
	return { recipes, mediaType };
}

/**
 * Samples: `feedshare-uploadedImage` for the recipe `feedshare-image`, `uploadedVideo` for a video.
 * assumed: the other images are named in the same way.
 */
export function artifactClass({ recipes: [recipe = ''], mediaType }: Recipes): string {
	if (mediaType === 'video') return 'uploadedVideo';
	return `${recipe.slice(prefix.length).replace(/-image$/, '')}-uploadedImage`;
}
