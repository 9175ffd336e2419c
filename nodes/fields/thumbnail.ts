import type { FieldGroup } from '../form/field';
import { choice } from '../form/fields';
import { binaryField, linkField, type NamedFile } from './source';

const kind = choice({
	displayName: 'Thumbnail',
	name: 'thumbnailSource',
	options: [
		{ name: 'Binary Field', value: 'binaryData', description: 'An image in the item' },
		{ name: 'None', value: 'none', description: 'LinkedIn chooses a frame of the video' },
		{ name: 'URL', value: 'url', description: 'A direct link to an image' },
	],
	default: 'none',
	description: 'The still image that LinkedIn shows before the video plays',
});

const binary = binaryField({
	displayName: 'Thumbnail Binary Field',
	name: 'thumbnailBinaryPropertyName',
	default: 'thumbnail',
	required: true,
	hint: 'The name of the input binary field that holds the image',
}).when({ thumbnailSource: ['binaryData'] });

const link = linkField({
	displayName: 'Thumbnail URL',
	name: 'thumbnailUrl',
	placeholder: 'e.g. https://example.com/images/talk.jpg',
	description: 'Direct link to the image',
}).when({ thumbnailSource: ['url'] });

/** A video's thumbnail; undefined for none. */
export const thumbnail: FieldGroup<NamedFile | undefined> = {
	fields: [kind, binary, link],
	read: (values) => {
		switch (kind.read(values)) {
			case 'none':
				return undefined;
			case 'binaryData':
				return binary.read(values);
			case 'url':
				return link.read(values);
		}
	},
};
