import type { LinkedInClient } from '../api/client';
import { foreignWords } from '../api/foreignWords';
import type { JsonFields } from '../api/parse';
import { mostElements } from '../api/paging';
import { buildQuery } from '../api/restli';
import { shown, urnOf } from '../api/urn';
import { Problem } from '../problem';
import type { Page } from './organizations';
import type { PageInput } from './pageAddress';

/**
 * `organizations?q=vanityName` (organization-lookup-api, "Find Organization by Vanity Name"): any
 * page by the name in its URL, in upper or lower case. LinkedIn requires the same scopes as for the
 * list of one's own pages.
 *
 * @param what the field's name, as the form shows it
 * @throws LinkedInError
 * @throws Problem if LinkedIn has no page with that name, or several
 */
export async function findPageByName(
	client: LinkedInClient,
	vanityName: string,
	what: string,
): Promise<Page> {
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
		(answer) =>
			new Map(answer.list('elements', mostElements(0)).map((element) => entryOf(element))),
	);
	const [page, ...others] = found.values();
	if (page === undefined) {
		throw new Problem(`${what}: LinkedIn has no page named "${shown(vanityName)}"`, {
			description:
				'Open the page in a browser and copy its URL, or enter its URN (urn:li:organization:…).',
		});
	}
	if (others.length > 0) {
		const urns = [page, ...others].map(({ urn }) => urn).join(', ');
		throw new Problem(`${what}: LinkedIn has several pages named "${shown(vanityName)}"`, {
			description: `Enter the URN of the right one: ${urns}.`,
		});
	}
	return page;
}

function entryOf(element: JsonFields): [string, Page] {
	const { text: urn } = urnOf('organization', String(element.integer('id')));
	const name = foreignWords(element.optionalString('localizedName') ?? '');
	return [urn, { urn, name: name === '' ? urn : name }];
}

/**
 * Pages that were looked up by name: a thousand items that name the same page cost only one call,
 * because LinkedIn's limits count per day.
 */
export class PagesByName {
	readonly #found = new Map<string, Promise<Page>>();

	/**
	 * The URN of an owner or author, looked up if only a page's name is known.
	 *
	 * @param client makes the call, if one is needed
	 * @throws as {@link findPageByName}; a name that LinkedIn can't find is not looked up again
	 */
	async urnOf(client: LinkedInClient, owner: PageInput, what: string): Promise<string> {
		if ('urn' in owner) return owner.urn;
		const { vanityName } = owner;
		const finding = this.#found.get(vanityName) ?? findPageByName(client, vanityName, what);
		this.#found.set(vanityName, finding);
		try {
			return (await finding).urn;
		} catch (error) {
			if (!(error instanceof Problem) && this.#found.get(vanityName) === finding)
				this.#found.delete(vanityName);
			throw error;
		}
	}
}
