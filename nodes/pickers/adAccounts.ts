import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { listAdAccounts, type AdAccount } from '../../linkedin/people/adAccounts';
import { search, withFacts } from './search';

/** The ad account picker: the accounts in which the member has a role. */
export async function searchAdAccounts(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return search(this, filter, paginationToken, async (client, page) => {
		const { accounts, next } = await listAdAccounts(client, page);
		return {
			entries: accounts.map((account) => ({ name: accountName(account), value: account.urn })),
			next,
		};
	});
}

/** `Campaigns (123456789, test, DRAFT)`: distinguishes two accounts with the same name. */
function accountName({ name, urn, status, test }: AdAccount): string {
	return withFacts(name, [
		urn.slice(urn.lastIndexOf(':') + 1),
		test ? 'test' : undefined,
		status === 'ACTIVE' ? undefined : status,
	]);
}
