import { isRefusedWith } from '../../../../linkedin/api/error';
import { listAdAccounts, type AdAccount } from '../../../../linkedin/people/adAccounts';
import { listAll } from '../../../../linkedin/people/listAll';
import { getMember } from '../../../../linkedin/people/member';
import { listRoles } from '../../../../linkedin/people/organizations';
import type { Item } from '../../../run/item';
import type { ItemOperation } from '../../../run/operation';
import { reportOfToken } from '../../../transport/tokenReport';

/**
 * Who is connected, and what the connection may do: what everyone needs first, and what support asks
 * for. What the token may not read is null, with a warning that says why.
 */
export const get: ItemOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get the connected account',
	description: 'See who is connected: member, pages, ad accounts, scopes, and when the token ends',
	fields: [],
	async execute(item) {
		const { client, connection } = item;
		const report = await reportOfToken(item.execution);
		const { expiresAt, grantedScopes } = connection.token;
		const scopes = report?.scopes ?? grantedScopes;
		const endsAt = report?.expiresAt ?? expiresAt;

		const member = await readable(item, () => getMember(client));
		const pages = await readable(item, () =>
			listed(item, 'pages', async (next) => {
				const { roles, next: after } = await listRoles(client, undefined, Number(next ?? 0));
				return { entries: roles, next: after === undefined ? undefined : String(after) };
			}),
		);
		const adAccounts = await readable(item, () =>
			listed(item, 'ad accounts', async (next) => {
				const { accounts, next: after } = await listAdAccounts(client, next);
				return { entries: accounts.map(nameAndUrn), next: after };
			}),
		);
		if (endsAt === undefined) {
			item.warn('LinkedIn did not say when the token ends, so there will be no warning before.');
		}
		return [
			{
				json: {
					member: member === null ? null : { ...member },
					pages: pages?.map((page) => ({ ...page })) ?? null,
					adAccounts: adAccounts?.map((each) => ({ ...each })) ?? null,
					scopes: scopes === undefined ? null : [...scopes],
					tokenExpiresAt: endsAt === undefined ? null : new Date(endsAt).toISOString(),
					apiVersion: connection.version.current,
					app: connection.app,
					warnings: item.warnings,
				},
			},
		];
	},
};

/** @returns null, with a warning, where the token or its member may not */
function readable<Found>(item: Item, read: () => Promise<Found>): Promise<Found | null> {
	return read().catch((error: unknown) => {
		if (!isRefusedWith(error, 403)) throw error;
		item.warn(`${error.message}. ${error.description}`);
		return null;
	});
}

/** All of a list, within bounds. */
async function listed<Entry>(
	item: Item,
	noun: string,
	list: Parameters<typeof listAll<Entry>>[0],
): Promise<readonly Entry[]> {
	const { entries, whole } = await listAll(list, item.signal);
	if (!whole) item.warn(`There are more ${noun} than these ${entries.length}.`);
	return entries;
}

function nameAndUrn({ urn, name }: AdAccount): { readonly urn: string; readonly name: string } {
	return { urn, name };
}
