import { LinkedInError } from '../../../../linkedin/api/error';
import { listAdAccounts, type AdAccount } from '../../../../linkedin/people/adAccounts';
import { listAll } from '../../../../linkedin/people/listAll';
import { getMember } from '../../../../linkedin/people/member';
import { listRoles } from '../../../../linkedin/people/organizations';
import { itemOptions } from '../../../fields/itemOptions';
import type { Item } from '../../../run/item';
import type { ItemOperation } from '../../../run/operation';
import { reportOfToken } from '../../../transport/tokenReport';

/**
 * Who is connected, and what the connection can do: what everyone needs first, and what support
 * asks for. What the token can't read is null, with a warning that says why.
 */
export const get: ItemOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get the connected account',
	description:
		'Get the connected member, pages, ad accounts and scopes, and when the connection expires',
	fields: [itemOptions()],
	async execute(item) {
		const { client, connection } = item;
		const { expiresAt, grantedScopes, hasRefreshToken } = connection.token;
		const report = hasRefreshToken ? undefined : await reportOfToken(item.execution);
		const scopes = report?.scopes ?? grantedScopes;
		// If n8n renews the token automatically, the connection doesn't expire.
		const endsAt = hasRefreshToken ? undefined : (report?.expiresAt ?? expiresAt);

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
		if (endsAt === undefined && !hasRefreshToken) {
			item.warn(
				'LinkedIn didn’t say when the connection expires, so you won’t be warned in advance.',
			);
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
					calls: client.calls,
					warnings: item.warnings,
				},
			},
		];
	},
};

/**
 * Reads one of several things: if it fails, the others are still returned.
 *
 * @returns null, with a warning, if LinkedIn refused or its answer can't be used
 * @throws LinkedInError if the connection itself is the reason
 */
function readable<Found>(item: Item, read: () => Promise<Found>): Promise<Found | null> {
	return read().catch((error: unknown) => {
		if (!(error instanceof LinkedInError)) throw error;
		const { status, message, description, words } = error;
		if (status === undefined || status === 401) throw error;
		// Except for missing permissions, the advice is about the node's fields, and this operation has
		// none.
		item.warn(`${message}. ${status === 403 ? description : words}`);
		return null;
	});
}

/** A whole list, within limits. */
async function listed<Entry>(
	item: Item,
	noun: string,
	list: Parameters<typeof listAll<Entry>>[0],
): Promise<readonly Entry[]> {
	const { entries, whole } = await listAll(list, item.signal);
	if (!whole) item.warn(`You have more ${noun} than the ${entries.length} listed here.`);
	return entries;
}

function nameAndUrn({ urn, name }: AdAccount): { readonly urn: string; readonly name: string } {
	return { urn, name };
}
