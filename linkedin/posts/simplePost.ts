import { isoTime } from '../api/isoTime';
import { asText } from '../api/parse';
import type { Post } from './post';
import { shownMedia } from './shownMedia';

/**
 * A post in nine fields, what most workflows go on with: `urn`, `url`, `author`, `text` (as a person
 * types it), `visibility`, `lifecycleState`, `createdAt`, `publishedAt` (ISO 8601) and `media` (URNs, in
 * the order in which they are shown), each only where LinkedIn gives it.
 *
 * @param post as `describePost` gives it
 */
export function simplePost(post: Post): Post {
	const fields = {
		urn: post.urn,
		url: post.url,
		// LinkedIn still writes pages by their old name in places; no field of a form takes that one.
		author: asText(post.author)?.replace(/^urn:li:company:/, 'urn:li:organization:'),
		text: asText(post.text),
		visibility: asText(post.visibility),
		lifecycleState: asText(post.lifecycleState),
		createdAt: isoTime(post.createdAt),
		publishedAt: isoTime(post.publishedAt),
		media: shownMedia(post.content),
	};
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
