import { batchGetEntries } from '../api/batchGet';
import type { LinkedInClient } from '../api/client';
import type { LookupError } from '../api/entryBatch';
import { LinkedInError } from '../api/error';
import { explainForbidden } from '../api/explainForbidden';
import { explainStatus } from '../api/explainStatus';
import { JsonFields } from '../api/parse';
import { buildQuery } from '../api/restli';
import { readAskedPage, type PublicPage } from './publicPage';

/**
 * A page by its number: `organizationsLookup?ids=List(1)` (organization-lookup-api, "Find
 * Non-Administered Organizations"), which is open for any page. Where it is refused as a batch get, as
 * for every app on the development tier ("Increasing Access"), `organizations/{id}`, which is open for
 * the page's administrators.
 *
 * @param urn `urn:li:organization:…`
 * @returns none where LinkedIn has no such page
 * @throws LinkedInError
 */
export async function findPagesById(
	client: LinkedInClient,
	urn: string,
): Promise<readonly PublicPage[]> {
	const id = urn.slice(urn.lastIndexOf(':') + 1);
	const purpose = { doing: `read the page ${urn}`, right: 'readPage' } as const;
	const [found] = await batchGetEntries(client, {
		urns: [id],
		path: (ids) => `/rest/organizationsLookup${buildQuery([['ids', ids]])}`,
		purpose: () => purpose,
		found: (_, result) => ({ urn: id, page: readAskedPage(JsonFields.of(result, id), urn) }),
		single: (single) =>
			client.call(
				{ method: 'GET', restliMethod: 'get', path: `/rest/organizations/${single}`, purpose },
				(answer) => ({ urn: id, page: readAskedPage(answer, urn) }),
			),
		isOfEntry: ({ status }) => status === 404,
	});
	if (found === undefined) return [];
	if ('page' in found) return [found.page];
	if (found.error.status === 404) return [];
	throw refusalOf(client, `Could not ${purpose.doing}`, found.error);
}

/** Why LinkedIn does not show this page, in an answer that is a success as a whole. */
function refusalOf(
	{ options }: LinkedInClient,
	what: string,
	{ status, code, message }: LookupError,
): LinkedInError {
	const explained =
		status === 403
			? explainForbidden('readPage', undefined, undefined, options.token)
			: explainStatus(status, code ?? undefined);
	const words = `LinkedIn said: "${message}" (status ${status}).`;
	return new LinkedInError(`${what}: ${explained.what}`, {
		description: explained.advice,
		words,
		status,
		...(code === null ? {} : { code }),
	});
}
