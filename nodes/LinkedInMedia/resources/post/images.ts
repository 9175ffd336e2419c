import { rows } from '../../../form/collection';
import { text } from '../../../form/fields';
import { rowSources } from './rowSource';

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
