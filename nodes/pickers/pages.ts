import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import type { LinkedInClient } from '../../linkedin/api/client';
import { listPages, type PageUse } from '../../linkedin/people/organizations';
import { search, type Listed } from './search';

/** The page picker: the pages in which the member has a role. */
export async function searchPages(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return search(this, filter, paginationToken, (client, next) =>
		listPageEntries(client, 'mention', next ?? '0'),
	);
}

/** Some of the pages for which the member may do this. @param start from `next` of the ones before */
export async function listPageEntries(
	client: LinkedInClient,
	use: PageUse,
	start: string,
): Promise<Listed> {
	const { pages, next } = await listPages(client, use, Number(start));
	return {
		entries: pages.map(({ name, urn }) => ({ name, value: urn })),
		next: next === undefined ? undefined : String(next),
	};
}
