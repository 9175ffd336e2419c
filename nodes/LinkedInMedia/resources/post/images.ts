import { isEmpty } from '../../../../linkedin/api/parse';
import { rows } from '../../../form/collection';
import { Field, type Values } from '../../../form/field';
import { text } from '../../../form/fields';
import { readMediaSource, type MediaSource } from './mediaSource';

/** One of several images, with its alt text. */
interface GivenImage {
	/** A field's name or binary data, a URL or a URN, depending on the media source. */
	readonly value: unknown;
	readonly altText: string;
	/** As errors name it. */
	readonly what: string;
}

interface Look {
	readonly displayName: string;
	readonly placeholder: string;
	readonly hint?: string;
	readonly description?: string;
}

/** As it was given. */
function imageFrom<const Name extends string>(
	source: MediaSource,
	name: Name,
	look: Look,
): Field<unknown, Name> {
	const property = { ...look, name, type: 'string', default: '' } as const;
	return new Field<unknown, Name>(property, (value) => value).when({ '/mediaSource': [source] });
}

const FROM = {
	binaryData: imageFrom('binaryData', 'binaryPropertyName', {
		displayName: 'Input Binary Field',
		placeholder: 'e.g. image1',
		hint: 'The name of the input field that holds the image',
	}),
	url: imageFrom('url', 'url', {
		displayName: 'Image URL',
		placeholder: 'e.g. https://example.com/images/photo.jpg',
		description: 'Direct link to the image',
	}),
	urn: imageFrom('urn', 'urn', {
		displayName: 'Image URN',
		placeholder: 'e.g. urn:li:image:C4E10AQFn10iWtKexVA',
		description: 'The URN that an upload returned',
	}),
};

const altText = text({
	displayName: 'Alt Text',
	name: 'altText',
	placeholder: 'e.g. The team on stage',
	description: 'Description of this image for screen readers',
});

/** Several images, each with its alt text. */
export const images = rows(
	{
		displayName: 'Images',
		name: 'images',
		placeholder: 'Add Image',
		default: {},
		description: '2 to 20 images in the order in which they are shown, each with its alt text',
	},
	{ key: 'image', displayName: 'Image' },
	FROM.binaryData,
	FROM.url,
	FROM.urn,
	altText,
).when({ contentType: ['multiImage'] });

/** The rows with an image. In an empty row, there is no image this time. */
export function readImages(values: Values): readonly GivenImage[] {
	const source = readMediaSource(values);
	if (source === 'none') return [];
	const { name, displayName } = FROM[source].property;
	return images
		.read(values)
		.map((row, index) => ({
			value: row[name],
			altText: row.altText,
			what: `${images.property.displayName}, entry ${index + 1}: ${displayName}`,
		}))
		.filter(({ value }) => !isEmpty(value));
}
