import type { INodeParameters } from 'n8n-workflow';

import type { LibraryFill } from '../simulator';
import { PAGE, type Scene } from './scene';

/** Posts of a scene, and media on LinkedIn that are ready to be shown by them. */
export function posting({ post, entries, entry }: Pick<Scene, 'post' | 'entries' | 'entry'>) {
	const create = (form: INodeParameters = {}) =>
		post('create', {
			commentary: 'Hello',
			contentType: 'image',
			mediaSource: 'urn',
			...form,
		});
	return {
		/** The member's post of an image that is on LinkedIn, where the form says nothing else. */
		create,
		/** Of files that the item brings. */
		createFromFiles: (form: INodeParameters = {}) => create({ mediaSource: 'binaryData', ...form }),
		imagesOf: (owner: string, count = 1) => entries('image', { owner, count, account: '' }),
		imageOf: (owner: string) => entry('image', { owner, account: '' }),
		videoOf: (owner: string, state: Omit<LibraryFill, 'kind' | 'owner'> = {}) =>
			entry('video', { owner, account: '', ...state }),
	};
}

/** What reads a page's posts: most applications do not have it. */
export const READING = [
	'w_organization_social',
	'r_organization_social',
	'w_member_social',
	'rw_ads',
];

/** What comments, and reads comments, as a page and as oneself, with images of both. */
export const COMMENTING = [
	...READING,
	'w_organization_social_feed',
	'r_organization_social_feed',
	'w_member_social_feed',
	'rw_organization_admin',
];

/** What somebody publishes for a page on LinkedIn's site, or with another tool; its URN. */
export async function publishElsewhere(
	linkedIn: Scene['linkedIn'],
	commentary: string,
	more: object = {},
): Promise<string> {
	const { access_token: token } = linkedIn.issueToken({ scopes: READING });
	const { headers } = await fetch(`${linkedIn.url}/rest/posts`, {
		method: 'POST',
		headers: {
			Authorization: `Bearer ${token}`,
			'Content-Type': 'application/json',
			'Linkedin-Version': '202607',
			'X-Restli-Protocol-Version': '2.0.0',
			'X-RestLi-Method': 'create',
		},
		body: JSON.stringify({
			author: PAGE,
			commentary,
			visibility: 'PUBLIC',
			distribution: { feedDistribution: 'MAIN_FEED' },
			lifecycleState: 'PUBLISHED',
			...more,
		}),
	});
	return headers.get('x-restli-id') ?? '';
}
