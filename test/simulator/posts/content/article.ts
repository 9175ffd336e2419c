import type { EntityFields } from '../entityFields';
import { altTextLimit } from './media';

/** public (article title in LinkedIn's ad specifications). */
const titleLimit = 400;

/**
 * public (Posts API, "Article"): nothing is fetched from `source`, so title, description and
 * thumbnail (an image URN, with its alt text) come with the post; a description has 4,086
 * characters too.
 */
export function readArticle(fields: EntityFields) {
	const source = fields.url('source');
	const title = fields.words('title', titleLimit);
	const description = fields.optionalWords('description', altTextLimit);
	const thumbnail = fields.has('thumbnail') ? fields.urn('thumbnail', ['image']).text : undefined;
	const thumbnailAltText = fields.optionalWords('thumbnailAltText', altTextLimit);
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
