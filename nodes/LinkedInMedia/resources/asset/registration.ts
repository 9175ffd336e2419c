import { MECHANISM_NAMES, type Mechanism } from '../../../../linkedin/upload/asset/mechanism';
import type { ApiPath } from '../../../../linkedin/upload/asset/path';
import {
	AUTOMATIC_RECIPE,
	parseRecipes,
	recipeUrn,
	RECIPES,
	type AssetMediaType,
} from '../../../../linkedin/upload/asset/recipes';
import { SERVED, type ServiceRelationship } from '../../../../linkedin/upload/asset/relationships';
import { rows } from '../../../form/collection';
import { Field, type FieldGroup } from '../../../form/field';
import { choice, text } from '../../../form/fields';
import { COMMAS, toNames } from '../../../form/lists';
import { apiPath } from './fields';

/** What every registration needs, read and checked. */
export interface RegistrationValues {
	readonly mediaType: AssetMediaType;
	readonly recipes: readonly string[];
	readonly mechanism: Mechanism | 'auto';
	readonly serviceRelationships: readonly ServiceRelationship[];
	readonly apiPath: ApiPath;
}

const mediaType = choice({
	displayName: 'Media Type',
	name: 'mediaType',
	options: [
		{
			name: 'Image',
			value: 'image',
			description: 'A JPEG or PNG image; LinkedIn’s documentation contradicts itself about GIF',
		},
		{ name: 'Video', value: 'video', description: 'An MP4 video' },
	],
	default: 'video',
	description: 'What kind of file it is',
});

/**
 * An expression may return any text, or several: LinkedIn has more recipes than it documents, and takes
 * a list of them. The default is the same for both media types, so that *Media Type* may be an
 * expression too.
 */
function recipeOf(media: AssetMediaType): Field<readonly string[]> {
	return new Field(
		{
			displayName: 'Recipe',
			name: 'recipe',
			type: 'options',
			displayOptions: { show: { mediaType: [media] } },
			options: [
				{
					name: 'Automatic',
					value: AUTOMATIC_RECIPE,
					description: `The recipe for ${media}s in posts`,
				},
				...RECIPES.filter((recipe) => recipe.mediaType === media).map((recipe) => ({
					name: recipe.name,
					value: recipeUrn(recipe),
					description: `${recipe.use} (${recipe.id})`,
				})),
			],
			default: AUTOMATIC_RECIPE,
			description:
				'What the media is for. It can’t be changed after the upload. To use several recipes, or one that isn’t in the list, enter them as an expression, separated by commas.',
		},
		(value, what) => parseRecipes(toNames(COMMAS)(value, what), media, what),
	);
}

const recipe = { image: recipeOf('image'), video: recipeOf('video') };

const mechanism = choice({
	displayName: 'Mechanism',
	name: 'mechanism',
	options: [
		{
			name: MECHANISM_NAMES.auto,
			value: 'auto',
			description: 'Images synchronously; videos under 200 MB in one request, larger ones in parts',
		},
		{
			name: MECHANISM_NAMES.MULTIPART_UPLOAD,
			value: 'MULTIPART_UPLOAD',
			description: 'Videos only; required above 200 MB',
		},
		{
			name: MECHANISM_NAMES.SINGLE_REQUEST_UPLOAD,
			value: 'SINGLE_REQUEST_UPLOAD',
			description: 'LinkedIn processes the media afterwards; for videos under 200 MB',
		},
		{
			name: MECHANISM_NAMES.SYNCHRONOUS_UPLOAD,
			value: 'SYNCHRONOUS_UPLOAD',
			description: 'Images only; LinkedIn responds once the image has been processed',
		},
	],
	default: 'auto',
	description: 'How the file is sent to LinkedIn',
});

const serviceRelationships = rows(
	{
		displayName: 'Service Relationships',
		name: 'serviceRelationships',
		placeholder: 'Add Relationship',
		default: { relationship: [{ relationshipType: 'OWNER', identifier: SERVED }] },
		description: 'Which LinkedIn services may use the asset (up to 5)',
	},
	{ key: 'relationship', displayName: 'Relationship' },
	choice({
		displayName: 'Type',
		name: 'relationshipType',
		options: [
			{ name: 'Creator', value: 'CREATOR', description: 'The service created the asset' },
			{ name: 'Generic', value: 'GENERIC', description: 'The service uses the asset' },
			{ name: 'Owner', value: 'OWNER', description: 'The service owns the asset' },
		],
		default: 'OWNER',
		description: 'What the service is to the asset',
	}),
	text({
		displayName: 'Identifier',
		name: 'identifier',
		default: SERVED,
		description: 'URN of the service',
	}),
);

/** What a registration contains besides owner and file. */
export const registration: FieldGroup<RegistrationValues> = {
	fields: [mediaType, recipe.image, recipe.video, mechanism, serviceRelationships, apiPath],
	read: (values) => {
		const media = mediaType.read(values);
		return {
			mediaType: media,
			recipes: recipe[media].read(values),
			mechanism: mechanism.read(values),
			serviceRelationships: serviceRelationships.read(values),
			apiPath: apiPath.read(values),
		};
	},
};
