import { CONTENT_TYPES, hasMedia } from '../../../../linkedin/posts/contentTypes';
import type { Values } from '../../../form/field';
import { choice } from '../../../form/fields';
import { contentType, NOT_ARTICLES } from './contentType';

/** Where the media of a post come from. */
export type MediaSource = 'binaryData' | 'url' | 'urn';

const BINARY = {
	name: 'Binary Field',
	value: 'binaryData',
	description: 'Files in the item: uploaded first, then posted',
} as const;
const LINK = {
	name: 'URL',
	value: 'url',
	description: 'Direct links: the files are uploaded first, then posted',
} as const;
const ON_LINKEDIN = {
	name: 'URN',
	value: 'urn',
	description: 'Media that are already on LinkedIn',
} as const;

const ofMedia = choice({
	displayName: 'Media Source',
	name: 'mediaSource',
	options: [BINARY, LINK, ON_LINKEDIN],
	default: 'binaryData',
	description: 'Where the media come from. The post waits until LinkedIn has processed them.',
}).when({ contentType: NOT_ARTICLES });

/** An article shows a thumbnail or none. */
const ofThumbnail = choice({
	displayName: 'Thumbnail Source',
	name: 'mediaSource',
	options: [
		BINARY,
		{ name: 'None', value: 'none', description: 'The picture of the page, with Fill From Page' },
		LINK,
		ON_LINKEDIN,
	],
	default: 'none',
	description: 'Where the thumbnail of the article comes from',
}).when({ contentType: ['article'] });

export const mediaSourceFields = [ofMedia, ofThumbnail];

/** `none` for an article without a thumbnail, and for a post without media. */
export function readMediaSource(values: Values): MediaSource | 'none' {
	const kind = contentType.read(values);
	if (!hasMedia(kind)) return 'none';
	return CONTENT_TYPES[kind].least === 0 ? ofThumbnail.read(values) : ofMedia.read(values);
}
