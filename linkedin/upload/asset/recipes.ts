import { parseUrn } from '../../api/urn';
import { Problem } from '../../problem';

/** What the legacy assets API accepts. */
export type AssetMediaType = 'image' | 'video';

/** One row of {@link RECIPES}. */
interface Recipe {
	/** The part of the URN after `urn:li:digitalmediaRecipe:`. */
	readonly id: string;
	readonly mediaType: AssetMediaType;
	/** Its name for people. */
	readonly name: string;
	/** What the media can be used for afterwards, and nothing else: an asset cannot change its recipe. */
	readonly use: string;
}

/**
 * The purpose of an asset must be stated before its upload (linkedin-vector-assets-api, tables of
 * recipes).
 */
export const RECIPES: readonly Recipe[] = [
	{
		id: 'feedshare-image',
		mediaType: 'image',
		name: 'Post (Image)',
		use: 'Posts of a member or a company page',
	},
	{
		id: 'companyUpdate-article-image',
		mediaType: 'image',
		name: 'Image or Article Ad',
		use: 'An image or article ad of a campaign',
	},
	{
		id: 'ssu-carousel-card-image',
		mediaType: 'image',
		name: 'Carousel Ad (Card)',
		use: 'One card of a carousel ad',
	},
	{
		id: 'rightRail-logo-image',
		mediaType: 'image',
		name: 'Text or Dynamic Ad',
		use: 'The picture of a text ad, or logo and background of a dynamic ad',
	},
	{
		id: 'ads-image',
		mediaType: 'image',
		name: 'Sponsored Message (Attachment)',
		use: 'The attachment of a sponsored message',
	},
	{
		id: 'feedshare-video',
		mediaType: 'video',
		name: 'Post (Video)',
		use: 'Posts of a member or a company page',
	},
	{ id: 'ads-video_v2', mediaType: 'video', name: 'Video Ad', use: 'A video ad of a campaign' },
	{
		id: 'ads-video',
		mediaType: 'video',
		name: 'Video Ad (Deprecated)',
		use: 'The old recipe for video ads; LinkedIn recommends the newer one',
	},
];

const PREFIX = 'urn:li:digitalmediaRecipe:';

/** LinkedIn documents eight, and no limit; a list that is longer was made by mistake. */
export const MOST_RECIPES = 20;

/** `urn:li:digitalmediaRecipe:…` */
export function recipeUrn({ id }: Pick<Recipe, 'id'>): string {
	return `${PREFIX}${id}`;
}

/** The value that stands for the recipe of posts, whatever the media type. */
export const AUTOMATIC_RECIPE = 'auto';

/** For posts, which most media are for. */
const USUAL: Readonly<Record<AssetMediaType, string>> = {
	image: recipeUrn({ id: 'feedshare-image' }),
	video: recipeUrn({ id: 'feedshare-video' }),
};

/**
 * The recipes of an upload: from the list, or typed, each by its URN or just its name. One that is not
 * in the list is accepted, because LinkedIn has others for its partners.
 *
 * @param values {@link AUTOMATIC_RECIPE}, or nothing, is the recipe of posts
 * @returns each once, at least one
 * @throws Problem if one is not a recipe, or one for the other media type
 */
export function parseRecipes(
	values: readonly string[],
	mediaType: AssetMediaType,
	what: string,
): readonly string[] {
	const given = values.length === 0 ? [AUTOMATIC_RECIPE] : values;
	const recipes = [...new Set(given.map((value) => parseRecipe(value, mediaType, what)))];
	if (recipes.length <= MOST_RECIPES) return recipes;
	throw new Problem(
		`${what} has ${recipes.length} entries, and up to ${MOST_RECIPES} are allowed`,
		{
			description: 'Enter only the recipes that the media are used for.',
		},
	);
}

function parseRecipe(typed: string, mediaType: AssetMediaType, what: string): string {
	if (typed === AUTOMATIC_RECIPE) return USUAL[mediaType];
	const { text, id } = parseUrn(
		/^[A-Za-z0-9_-]+$/.test(typed) ? `${PREFIX}${typed}` : typed,
		['digitalmediaRecipe'],
		what,
	);
	const known = RECIPES.find((recipe) => recipe.id === id);
	if (known && known.mediaType !== mediaType) {
		const fitting = RECIPES.filter((recipe) => recipe.mediaType === mediaType);
		throw new Problem(
			`${what} "${text}" is for ${known.mediaType}s, but Media Type is "${mediaType}"`,
			{
				description: `Recipes for ${mediaType}s are: ${fitting.map((recipe) => recipe.id).join(', ')}.`,
			},
		);
	}
	return text;
}
