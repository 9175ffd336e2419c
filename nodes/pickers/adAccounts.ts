import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { listAdAccounts, type AdAccount } from '../../linkedin/people/adAccounts';
import { search } from './search';

/** The ad account picker: the accounts in which the member has a role. */
export async function searchAdAccounts(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return search(this, filter, paginationToken, async (client, page) => {
		const { accounts, next } = await listAdAccounts(client, page);
		return {
			entries: accounts.map((account) => ({ name: nameOf(account), value: account.urn })),
			next,
		};
	});
}

/** `Campaigns (123456789, test, DRAFT)`: what tells two accounts of one name apart. */
function nameOf({ name, urn, status, test }: AdAccount): string {
	const facts = [
		urn.slice(urn.lastIndexOf(':') + 1),
		test ? 'test' : undefined,
		status === 'ACTIVE' ? undefined : status,
	].filter((fact) => fact !== undefined && fact !== name);
	return facts.length === 0 ? name : `${name} (${facts.join(', ')})`;
}
