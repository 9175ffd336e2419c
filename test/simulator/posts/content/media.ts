import type { EntityFields } from '../entityFields';

/** public (Posts API, MultiImage API): "Maximum length is 4,086 characters". */
export const altTextLimit = 4086;

/**
 * public (Posts API, samples): an image, a video or a document by its URN. public (schema): a
 * document needs a title.
 */
export function readMedia(fields: EntityFields) {
	const id = fields.urn('id', ['image', 'video', 'document']);
	const title = id.type === 'document' ? fields.words('title') : fields.optionalWords('title');
	const altText = fields.optionalWords('altText', altTextLimit);
	fields.noOthers();
	return {
		media: [id.text],
		shown: {
			...(title === undefined ? {} : { title }),
			id: id.text,
			...(altText === undefined ? {} : { altText }),
		},
	};
}
