import { parseMediaUrn } from '../../../../linkedin/api/urn';
import { binaryField, linkField, type NamedFile } from '../../../fields/source';
import type { FieldGroup } from '../../../form/field';
import { choice, line } from '../../../form/fields';

/** A comment's image: on LinkedIn already, or a file. */
export type CommentImage =
	| { readonly from: 'urn'; readonly urn: string }
	| { readonly from: 'file'; readonly file: NamedFile };

const kind = choice({
	displayName: 'Image',
	name: 'imageSource',
	options: [
		{ name: 'Binary Field', value: 'binaryData', description: 'An image in the item' },
		{ name: 'None', value: 'none', description: 'Text only' },
		{ name: 'URL', value: 'url', description: 'A direct link to an image' },
		{ name: 'URN', value: 'urn', description: 'An image that is already on LinkedIn' },
	],
	default: 'none',
	description:
		'An image below the text. LinkedIn may not accept images in comments: see the option "If Image Is Refused".',
});

const binary = binaryField({
	displayName: 'Image Binary Field',
	name: 'imageBinaryPropertyName',
	default: 'data',
	required: true,
	hint: 'The name of the input binary field that holds the image',
}).when({ imageSource: ['binaryData'] });

const link = linkField({
	displayName: 'Image URL',
	name: 'imageUrl',
	placeholder: 'e.g. https://example.com/images/photo.jpg',
	description: 'Direct link to the image',
}).when({ imageSource: ['url'] });

const onLinkedIn = line({
	displayName: 'Image URN',
	name: 'imageUrn',
	placeholder: 'e.g. urn:li:image:C4E10AQFn10iWtKexVA',
	description: 'The URN that an upload returned. It must belong to the comment’s author.',
}).when({ imageSource: ['urn'] });

/** The image of a comment; undefined for none. */
export const image: FieldGroup<CommentImage | undefined> = {
	fields: [kind, binary, link, onLinkedIn],
	read: (values) => {
		switch (kind.read(values)) {
			case 'none':
				return undefined;
			case 'binaryData':
				return { from: 'file', file: binary.read(values) };
			case 'url':
				return { from: 'file', file: link.read(values) };
			case 'urn': {
				const { displayName } = onLinkedIn.property;
				const { text: urn } = parseMediaUrn(onLinkedIn.read(values), 'image', displayName);
				return { from: 'urn', urn };
			}
		}
	},
};

/** What becomes of a comment whose image LinkedIn doesn't take. */
export const onImageRefused = choice({
	displayName: 'If Image Is Refused',
	name: 'onImageRefused',
	options: [
		{
			name: 'Comment Without It',
			value: 'withoutImage',
			description: 'The text is published, and the item has a warning',
		},
		{ name: 'Fail', value: 'fail', description: 'Nothing is published, and the item fails' },
	],
	default: 'fail',
	description: 'What to do if LinkedIn doesn’t accept the image',
});
