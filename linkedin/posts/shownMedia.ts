import { recordOf } from '../api/parse';

/**
 * The media that a post shows, in their order: of an image, video or document post the one, of an
 * article its thumbnail (Posts API page, "Content").
 *
 * @param content as LinkedIn gives it; a text post has an empty one or none
 */
export function shownMedia(content: unknown): readonly string[] {
	const { media, multiImage, article, carousel } = recordOf(content);
	const ids = [
		recordOf(media).id,
		...listOf(recordOf(multiImage).images).map((image) => recordOf(image).id),
		recordOf(article).thumbnail,
		...listOf(recordOf(carousel).cards).map((card) => recordOf(recordOf(card).media).id),
	];
	return ids.filter((id): id is string => typeof id === 'string' && id !== '');
}

function listOf(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? value : [];
}
