import type { EntityFields } from '../entityFields';

/** public (article title in LinkedIn's ad specifications). */
const titleLimit = 400;

/**
 * public (Posts API, "Article"): nothing is fetched from `source`, so title, description and
 * thumbnail (an image URN) come with the post.
 */
export function readArticle(fields: EntityFields) {
	const source = fields.url('source');
	const title = fields.words('title', titleLimit);
	const description = fields.optionalString('description');
	const thumbnail = fields.has('thumbnail') ? fields.urn('thumbnail', ['image']).text : undefined;
	const thumbnailAltText = fields.optionalString('thumbnailAltText');
	fields.noOthers();
	return {
		media: thumbnail === undefined ? [] : [thumbnail],
		shown: {
			source,
			title,
			...(description === undefined ? {} : { description }),
			...(thumbnail === undefined ? {} : { thumbnail }),
			...(thumbnailAltText === undefined ? {} : { thumbnailAltText }),
		},
	};
}
