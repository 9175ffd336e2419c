import { splitAddresses } from '../../linkedin/api/webAddress';
import { rows } from '../form/collection';
import { Field, type FieldGroup, type Values } from '../form/field';
import { choice } from '../form/fields';
import { COMMAS } from '../form/lists';
import { toText } from '../form/values';
import { givenRows, ROW_FIELDS } from './imageRows';
import { many, type Given } from './manyMedia';
import type { NamedFile } from './source';

/** The images of a carousel as entered in the form: of binary fields also patterns such as `slide_*`. */
interface GivenImages {
	readonly files: readonly NamedFile[];
	/** The field to check if there are too few of them, or too many. */
	readonly what: string;
}

/** All binary fields of the item. */
const ALL = '*';

const mediaSource = choice({
	displayName: 'Images From',
	name: 'mediaSource',
	options: [
		{
			name: 'Binary Fields',
			value: 'binaryData',
			description: 'Files in the item. An Aggregate node puts those of several items into one.',
		},
		{ name: 'URLs', value: 'url', description: 'Direct links' },
	],
	default: 'binaryData',
	description: 'Where the images come from. JPEG and PNG; each becomes a page.',
});

const images = rows(
	{
		displayName: 'Images',
		name: 'images',
		placeholder: 'Add Image',
		default: {},
		description: '2 to 300 images in the order of the pages',
	},
	{ key: 'image', displayName: 'Image' },
	ROW_FIELDS.url,
	ROW_FIELDS.binaryData,
);

const listOfNames = new Field(
	{
		displayName: 'List of Input Binary Fields',
		name: 'binaryPropertyNames',
		type: 'string',
		default: '',
		placeholder: 'e.g. image1, image2, slide_*',
		description:
			'Instead of the rows, or after them: names of input fields, separated by commas or line breaks, or an expression that returns a list. An asterisk matches any characters. If there are neither rows nor names, all images of the item are used in its order.',
	},
	many(COMMAS),
);

const listOfLinks = new Field(
	{
		displayName: 'List of Image URLs',
		name: 'mediaUrls',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		placeholder: 'e.g. https://example.com/images/1.jpg',
		description:
			'Instead of the rows, or after them: direct links to images, separated by commas or line breaks, or an expression that returns a list',
	},
	many(splitAddresses),
);

/**
 * The images of a carousel, in the order of its pages.
 *
 * @param shown when the form has these fields
 */
export function carouselImages(
	shown: Parameters<Field<unknown>['when']>[0],
): FieldGroup<GivenImages> {
	return {
		fields: [
			mediaSource.when(shown),
			images.when(shown),
			listOfNames.when({ ...shown, mediaSource: ['binaryData'] }),
			listOfLinks.when({ ...shown, mediaSource: ['url'] }),
		],
		read: (values) => ({ files: readFiles(values), what: images.property.displayName }),
	};
}

function readFiles(values: Values): readonly NamedFile[] {
	const from = mediaSource.read(values);
	const inRows = givenRows(images, from, values);
	if (from === 'url') {
		const links = [...inRows, ...listed(listOfLinks, values)];
		return links.map(({ value, what }) => ({ from, url: toText(value, '', what), what }));
	}
	const named = [...inRows, ...listed(listOfNames, values)];
	const all = { value: ALL, what: listOfNames.property.displayName };
	return (named.length === 0 ? [all] : named).map(({ value, what }) => ({ from, value, what }));
}

function listed(field: Field<Given>, values: Values) {
	const { displayName } = field.property;
	return field
		.read(values)
		.map((value, index) => ({ value, what: `${displayName}, entry ${index + 1}` }));
}
