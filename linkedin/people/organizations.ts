import type { LinkedInClient } from '../api/client';
import { LinkedInError } from '../api/error';
import { foreignWords } from '../api/foreignWords';
import type { JsonFields } from '../api/parse';
import { recordOf } from '../api/parse';
import { buildQuery, encodeList } from '../api/restli';
import { mostElements, nextStart } from '../api/paging';

/** A company page that the member may post for. */
interface Page {
	/** `urn:li:organization:…` */
	readonly urn: string;
	/** Its name, or its URN if that can't be read. */
	readonly name: string;
}

/** Some of the pages. */
interface PageList {
	readonly pages: readonly Page[];
	/** Where the rest starts; undefined if there is no more. */
	readonly next: number | undefined;
}

/** What the page is wanted for: content administrators may post, but not upload; anybody may mention it. */
export type PageUse = 'upload' | 'post' | 'comment' | 'mention';

/** linkedin-videos-api, "Permissions"; organization-access-control, "Organization Roles". */
const ROLES: Readonly<Record<PageUse, readonly string[] | undefined>> = {
	upload: ['ADMINISTRATOR', 'DIRECT_SPONSORED_CONTENT_POSTER'],
	// LinkedIn's tables of permissions abbreviate the last one.
	post: [
		'ADMINISTRATOR',
		'DIRECT_SPONSORED_CONTENT_POSTER',
		'CONTENT_ADMINISTRATOR',
		'CONTENT_ADMIN',
	],
	// The Comments API page, "Permissions".
	comment: ['ADMINISTRATOR', 'DIRECT_SPONSORED_CONTENT_POSTER', 'RECRUITING_POSTER'],
	mention: undefined,
};

/** A picker shows a few dozen, and requests more when needed. */
const COUNT = 100;

/** A role of the member in a page. */
interface PageRole extends Page {
	/** LinkedIn's value, e.g. `ADMINISTRATOR`; null if it has none. */
	readonly role: string | null;
}

/** Some of the roles. */
interface RoleList {
	readonly roles: readonly PageRole[];
	/** Where the rest starts; undefined if there is no more. */
	readonly next: number | undefined;
}

/**
 * `organizationAcls?q=roleAssignee` (organization-access-control-by-role): the pages in which the
 * member has an approved role, with their names; a page is listed once for each role.
 *
 * @param roles the roles to list; all if undefined
 * @param start from {@link RoleList.next}
 * @throws LinkedInError
 */
export async function listRoles(
	client: LinkedInClient,
	roles?: readonly string[],
	start = 0,
): Promise<RoleList> {
	const { found, next } = await client.call(
		{
			method: 'GET',
			restliMethod: 'finder',
			path: `/rest/organizationAcls${buildQuery([
				['q', 'roleAssignee'],
				['state', 'APPROVED'],
				['start', String(start)],
				['count', String(COUNT)],
			])}`,
			purpose: { doing: 'list the pages that you can post for', right: 'listPages' },
		},
		(answer) => {
			const elements = answer.list('elements', mostElements(COUNT));
			// LinkedIn's samples show no links; a full page may be followed by another one.
			const isKnown = answer.optionalObject('paging')?.optionalInteger('total') !== undefined;
			const guess = elements.length >= COUNT && !isKnown ? start + COUNT : undefined;
			return {
				found: elements.flatMap((element) => roleOf(element, roles)),
				next: nextStart(answer, start, elements.length) ?? guess,
			};
		},
	);
	const names = await namesOf(client, [...new Set(found.map(({ id }) => id))]);
	return {
		roles: found.map(({ id, role }) => {
			const urn = `urn:li:organization:${id}`;
			return { urn, name: names.get(id) ?? urn, role };
		}),
		next,
	};
}

/**
 * Pages in which the member has a role that allows this.
 *
 * @param start from {@link PageList.next}
 * @throws LinkedInError
 */
export async function listPages(
	client: LinkedInClient,
	use: PageUse,
	start = 0,
): Promise<PageList> {
	const { roles, next } = await listRoles(client, ROLES[use], start);
	const pages = new Map(roles.map(({ urn, name }) => [urn, { urn, name }]));
	return { pages: [...pages.values()], next };
}

/** Brands and other organizations that are not pages are left out. */
function roleOf(
	element: JsonFields,
	wanted: readonly string[] | undefined,
): Array<{ readonly id: string; readonly role: string | null }> {
	const stated = element.optionalString('role');
	const role = stated === undefined ? null : foreignWords(stated);
	const urn =
		element.optionalString('organization') ?? element.optionalString('organizationTarget');
	const id = /^urn:li:(?:organization|company):([0-9]{1,100})$/.exec(urn ?? '')?.[1];
	return id !== undefined && (wanted?.includes(role ?? '') ?? true) ? [{ id, role }] : [];
}

/** For pages that the member doesn't administer, only the lookup returns the name. */
async function namesOf(
	client: LinkedInClient,
	ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
	const names = await readNames(client, 'organizations', ids);
	const nameless = ids.filter((id) => !names.has(id));
	return new Map([...names, ...(await readNames(client, 'organizationsLookup', nameless))]);
}

/** Names are a convenience: without one, a page is shown by its URN. */
async function readNames(
	client: LinkedInClient,
	resource: 'organizations' | 'organizationsLookup',
	ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
	if (ids.length === 0) return new Map();
	try {
		return await client.call(
			{
				method: 'GET',
				restliMethod: 'batch_get',
				path: `/rest/${resource}${buildQuery([['ids', { encoded: encodeList(ids) }]])}`,
				purpose: { doing: 'read the names of your pages', right: 'listPages' },
			},
			(answer) => {
				const results = answer.optionalObject('results')?.all() ?? {};
				return new Map(Object.entries(results).flatMap(([id, page]) => nameOf(id, page)));
			},
		);
	} catch (error) {
		if (error instanceof LinkedInError) return new Map();
		throw error;
	}
}

function nameOf(id: string, page: unknown): Array<[string, string]> {
	const { localizedName } = recordOf(page);
	return typeof localizedName === 'string' && localizedName !== ''
		? [[id, foreignWords(localizedName)]]
		: [];
}
