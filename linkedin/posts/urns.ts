export const POSTS_PATH = '/rest/posts';

/** LinkedIn decides which of the two kinds a post has. */
export function isPostUrn(text: string): boolean {
	return /^urn:li:(?:share|ugcPost):[0-9]+$/.test(text);
}

/** The number in a post's URN. */
export function postNumber(urn: string): string {
	return urn.replace(/^.*:/, '');
}

/** The URL of a post. */
export function postUrl(urn: string): string {
	return `https://www.linkedin.com/feed/update/${urn}`;
}

/** Where a person can check whether a post is there. */
export function placeToLook(author: string, adAccount: string | undefined): string {
	const [, , type, id = ''] = author.split(':');
	if (adAccount !== undefined) return `the content of ${adAccount} in Campaign Manager`;
	if (type === 'organization') {
		return `the page’s posts (https://www.linkedin.com/company/${id}/admin/page-posts/published/)`;
	}
	return 'the member’s posts (https://www.linkedin.com/in/me/recent-activity/all/)';
}
