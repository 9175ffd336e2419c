import { rows } from '../../../form/collection';
import type { Values } from '../../../form/field';
import { text } from '../../../form/fields';
import { readRows, rowSources, type GivenRow } from './rowSource';

/** One of several images, with the text for those who do not see it. */
interface GivenImage extends GivenRow {
	readonly altText: string;
}

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
	...rowSources,
	altText,
).when({ contentType: ['multiImage'] });

/** The rows that hold an image. */
export function readImages(values: Values): readonly GivenImage[] {
	return readRows(values, images.read(values), images.property.displayName);
}
