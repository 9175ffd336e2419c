import { parseMediaUrn } from '../../../../linkedin/api/urn';
import { Problem } from '../../../../linkedin/problem';
import { binaryField, type NamedFile } from '../../../fields/source';
import { collection } from '../../../form/collection';
import { line, text } from '../../../form/fields';
import { onImageRefused, type CommentImage } from '../comment/image';

export const commentText = text({
	displayName: 'Comment Text',
	name: 'text',
	typeOptions: { rows: 3 },
	placeholder: 'e.g. The slides are here: https://example.com/slides',
	description:
		'Plain text, with mentions as in Text. Leave it empty to publish no comment; an expression that returns nothing does the same.',
});

const binary = binaryField({
	displayName: 'Comment Image Binary Field',
	name: 'imageBinaryPropertyName',
	placeholder: 'e.g. data',
	hint: 'The name of the input binary field that holds an image for the comment',
}).optional();

export const imageUrn = line({
	displayName: 'Comment Image URN',
	name: 'imageUrn',
	placeholder: 'e.g. urn:li:image:C4E10AQFn10iWtKexVA',
	description: 'An image that is already on LinkedIn. It must belong to the post’s author.',
})
	.map((urn, what) => parseMediaUrn(urn, 'image', what).text)
	.optional();

/** A comment of the post's author, right below the post: links are often put there. */
export const firstComment = collection(
	{
		displayName: 'First Comment',
		name: 'firstComment',
		placeholder: 'Add Field',
		description:
			'A comment by the author, published right after the post. If it fails, the post stays, and the item has a warning with the text.',
	},
	commentText,
	binary,
	imageUrn,
	onImageRefused,
).map(
	({ text: written, imageBinaryPropertyName: file, imageUrn: urn, onImageRefused: onRefusal }) => {
		const image = imageOf(file, urn);
		if (written.trim() !== '') return { written, image, onImageRefused: onRefusal };
		if (image === undefined) return undefined;
		const field = (image.from === 'urn' ? imageUrn : binary).property.displayName;
		throw new Problem('The first comment has an image but no text', {
			description: `Fill in "${commentText.property.displayName}", or remove "${field}".`,
		});
	},
);

function imageOf(file: NamedFile | undefined, urn: string | undefined): CommentImage | undefined {
	if (file === undefined) return urn === undefined ? undefined : { from: 'urn', urn };
	if (urn === undefined) return { from: 'file', file };
	const [one, other] = [binary, imageUrn].map(({ property }) => property.displayName);
	throw new Problem('The first comment has two images', {
		description: `LinkedIn shows one. Remove "${one ?? ''}" or "${other ?? ''}".`,
	});
}
