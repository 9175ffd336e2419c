import type { INodeProperties } from 'n8n-workflow';

import { RECIPES, recipeUrn, type AssetMediaType } from '../../../../linkedin/upload/asset/recipes';
import { SERVED } from '../../../../linkedin/upload/asset/relationships';

export const apiPathField: INodeProperties = {
	displayName: 'API',
	name: 'apiPath',
	type: 'options',
	options: [
		{
			name: 'Versioned',
			value: 'rest',
			description: 'Below /rest, by the API version of the credential',
		},
		{
			name: 'Unversioned',
			value: 'v2',
			description: 'Below /v2; LinkedIn is going to switch it off',
		},
	],
	default: 'rest',
	description: 'Which of the two roots of LinkedIn’s API is called',
};

/** An asset by its URN; LinkedIn's newer URNs have the same id. */
export const assetUrnField: INodeProperties = {
	displayName: 'Asset',
	name: 'urn',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. urn:li:digitalmediaAsset:C5605AQHAq1EzmbDx4A',
	description: 'URN of the asset, or its ID alone; the URN of the video or image serves too',
};

export const mediaTypeField: INodeProperties = {
	displayName: 'Media Type',
	name: 'mediaType',
	type: 'options',
	options: [
		{ name: 'Image', value: 'image' },
		{ name: 'Video', value: 'video' },
	],
	default: 'video',
};

const RECIPE_HINT =
	'What the media is for: LinkedIn wants to know it before the upload, and an asset cannot change it. A recipe that is not in the list can be given as an expression.';

/** What a registration says besides owner and file. */
export const registrationFields: INodeProperties[] = [
	mediaTypeField,
	recipeField('image', 'feedshare-image'),
	recipeField('video', 'feedshare-video'),
	{
		displayName: 'Mechanism',
		name: 'mechanism',
		type: 'options',
		options: [
			{
				name: 'Automatic',
				value: 'auto',
				description: 'Images synchronously; videos below 200 MB in one request, others in parts',
			},
			{
				name: 'In Parts',
				value: 'MULTIPART_UPLOAD',
				description: 'Videos only; a must above 200 MB',
			},
			{
				name: 'One Request',
				value: 'SINGLE_REQUEST_UPLOAD',
				description: 'LinkedIn processes the media afterwards; videos below 200 MB',
			},
			{
				name: 'One Request, Synchronous',
				value: 'SYNCHRONOUS_UPLOAD',
				description: 'Images only: LinkedIn answers when the image is processed',
			},
		],
		default: 'auto',
		description: 'How the bytes go to LinkedIn',
	},
	{
		displayName: 'Service Relationships',
		name: 'serviceRelationships',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Relationship',
		default: { relationship: [{ relationshipType: 'OWNER', identifier: SERVED }] },
		description: 'Which of LinkedIn’s services may use the asset, five at most',
		options: [
			{
				displayName: 'Relationship',
				name: 'relationship',
				values: [
					{
						displayName: 'Type',
						name: 'relationshipType',
						type: 'options',
						options: [
							{ name: 'Creator', value: 'CREATOR' },
							{ name: 'Generic', value: 'GENERIC' },
							{ name: 'Owner', value: 'OWNER' },
						],
						default: 'OWNER',
					},
					{
						displayName: 'Identifier',
						name: 'identifier',
						type: 'string',
						default: SERVED,
						description: 'URN of the service',
					},
				],
			},
		],
	},
	apiPathField,
];

function recipeField(mediaType: AssetMediaType, fallback: string): INodeProperties {
	return {
		displayName: 'Recipe',
		name: 'recipe',
		type: 'options',
		displayOptions: { show: { mediaType: [mediaType] } },
		options: RECIPES.filter((recipe) => recipe.mediaType === mediaType).map((recipe) => ({
			name: recipe.name,
			value: recipeUrn(recipe),
			description: `${recipe.use} (${recipe.id})`,
		})),
		default: `urn:li:digitalmediaRecipe:${fallback}`,
		description: RECIPE_HINT,
	};
}
