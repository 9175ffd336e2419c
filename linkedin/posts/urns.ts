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
