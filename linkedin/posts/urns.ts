import { parseUrn, type UrnType } from '../api/urn';

/** The kinds of URN that a post has: which one is LinkedIn's choice. */
export const POST_TYPES: readonly UrnType[] = ['share', 'ugcPost'];

export const POSTS_PATH = '/rest/posts';

/** Where people see a post. */
export function postUrl(urn: string): string {
	return `https://www.linkedin.com/feed/update/${urn}`;
}

/** Where a person can look whether a post is there. */
export function placeToLook(
	author: string,
	adAccount: string | undefined,
	isDraft: boolean,
): string {
	const [, , type, id = ''] = author.split(':');
	if (adAccount !== undefined) return `at the content of ${adAccount} in Campaign Manager`;
	if (type === 'organization') {
		const list = isDraft ? 'drafts' : 'published';
		return `at the page’s posts (https://www.linkedin.com/company/${id}/admin/page-posts/${list}/)`;
	}
	return 'at the member’s posts (https://www.linkedin.com/in/me/recent-activity/all/)';
}

/** In an address of the feed, plain or percent-encoded. */
const IN_ADDRESS = /urn(?::|%3A)li(?::|%3A)(?:share|ugcPost)(?::|%3A)[0-9]+/i;

/**
 * A post that a person named: by its URN, or by the address under which people see it.
 *
 * @throws Problem
 */
export function parsePost(value: unknown, what: string): string {
	const text = typeof value === 'string' ? value.trim() : value;
	const isAddress = typeof text === 'string' && /^https?:\/\//i.test(text);
	const named = isAddress ? (IN_ADDRESS.exec(text)?.[0] ?? text) : text;
	return parseUrn(named, POST_TYPES, what).text;
}
