import { wellFormed } from '../littleText';
import { decodePage } from './charset';
import type { PageStart } from './pageStart';
import { pictureOf, type Picture } from './pictures';
import { readTags } from './tags';

/** How a page wants to be shown where it is linked. */
export interface LinkPreview {
	/** One line; empty where the page says none. */
	readonly title: string;
	readonly description: string;
	readonly picture?: Picture;
}

/** The first name that a page has something for counts. */
const TITLES = ['og:title', 'twitter:title'];
const DESCRIPTIONS = ['og:description', 'twitter:description', 'description'];

/**
 * The preview of a page, as its tags say it: Open Graph (ogp.me), Twitter's cards, and what HTML itself
 * has, in this order.
 *
 * A bundle of its own, with its parser, loaded at first use: it shares no class and no clock with the
 * code that loads it.
 *
 * @param breathe lets the event loop turn where it has to
 */
export async function previewOf(
	{ bytes, contentType, url }: PageStart,
	breathe: () => Promise<void>,
): Promise<LinkPreview> {
	const tags = await readTags(decodePage(bytes, contentType), breathe);
	const first = (names: readonly string[]): string =>
		names
			.flatMap((wanted) => tags.metas.filter(([name]) => name === wanted))
			.map(([, content]) => inOneLine(content))
			.find((text) => text !== '') ?? '';
	const picture = pictureOf(tags, url);
	return {
		title: first(TITLES) || inOneLine(tags.title),
		description: first(DESCRIPTIONS),
		...(picture && { picture: { ...picture, altText: inOneLine(picture.altText) } }),
	};
}

/** Without line breaks and other controls, which would be seen. */
function inOneLine(text: string): string {
	return wellFormed(text.replace(/[\s\p{Cc}]+/gu, ' ').trim());
}
