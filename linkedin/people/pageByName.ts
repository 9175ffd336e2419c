import type { LinkedInClient } from '../api/client';
import { mostElements } from '../api/paging';
import { buildQuery } from '../api/restli';
import { shown } from '../api/urn';
import { readPublicPage, type PublicPage } from './publicPage';

/**
 * `organizations?q=vanityName` (organization-lookup-api, "Find Organization by Vanity Name"): any
 * page by the name in its URL, in upper or lower case. LinkedIn requires the same scopes as for the
 * list of one's own pages.
 *
 * @returns none where LinkedIn knows no page of that name
 * @throws LinkedInError
 */
export async function findPagesByName(
	client: LinkedInClient,
	vanityName: string,
): Promise<readonly PublicPage[]> {
	const found = await client.call(
		{
			method: 'GET',
			restliMethod: 'finder',
			path: `/rest/organizations${buildQuery([
				['q', 'vanityName'],
				['vanityName', vanityName],
			])}`,
			purpose: { doing: `find the page "${shown(vanityName)}"`, right: 'listPages' },
		},
		(answer) => answer.list('elements', mostElements(0)).map(readPublicPage),
	);
	return [...new Map(found.map((page) => [page.urn, page])).values()];
}
