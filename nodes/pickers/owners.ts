import type {
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';

import type { LinkedInClient } from '../../linkedin/api/client';
import { isRefusedWith, LinkedInError } from '../../linkedin/api/error';
import { getMember } from '../../linkedin/people/member';
import type { PageUse } from '../../linkedin/people/organizations';
import { listPageEntries } from './pages';
import { search, type Listed } from './search';

/**
 * The owner picker: the connected member, and the pages for which the member may perform the chosen
 * operation.
 */
export async function searchOwners(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const use = useOf(
		this.getCurrentNodeParameter('resource'),
		this.getCurrentNodeParameter('operation'),
	);
	return search(this, filter, paginationToken, (client, next) => listOwners(client, use, next));
}

/** Who may react may comment, and is not who may post ("Reactions" page, "Permissions"). */
function useOf(resource: unknown, operation: unknown): PageUse {
	if (resource === 'comment') return resource;
	if (resource !== 'post') return 'upload';
	return operation === 'react' || operation === 'unreact' ? 'comment' : resource;
}

async function listOwners(
	client: LinkedInClient,
	use: PageUse,
	next: string | undefined,
): Promise<Listed> {
	if (next !== undefined) return listPageEntries(client, use, next);
	const [you, pages] = await Promise.all([
		listYou(client).catch(refusalOf),
		listPageEntries(client, use, '0').catch(refusalOf),
	]);
	// If the token can't list one of them, the other is still shown. No entry says so, because it
	// could be chosen.
	if (you instanceof LinkedInError && pages instanceof LinkedInError) throw you;
	return {
		entries: [
			...(you instanceof LinkedInError ? [] : you),
			...(pages instanceof LinkedInError ? [] : pages.entries),
		],
		next: pages instanceof LinkedInError ? undefined : pages.next,
	};
}

/** Any other failure is reported: a partial list would look complete. */
function refusalOf(error: unknown): LinkedInError {
	if (isRefusedWith(error, 403)) return error;
	throw error;
}

async function listYou(client: LinkedInClient): Promise<INodeListSearchItems[]> {
	const { name, urn } = await getMember(client);
	return [{ name: `${name} (you)`, value: urn }];
}
