import type { LinkedInClient } from '../api/client';
import { shown } from '../api/urn';
import { Problem } from '../problem';
import type { PageInput } from './pageAddress';
import { findPagesById } from './pageById';
import { findPagesByName } from './pageByName';
import type { PublicPage } from './publicPage';

/** Where a page is named: how errors begin, and what a person can do there instead. */
export interface PageNaming {
	/** As the form shows it: `Owner`. */
	readonly what: string;
	/** What to write in place of a page that LinkedIn does not know, as a clause. */
	readonly instead: string;
	/** What to write where there are several; their URNs follow. */
	readonly oneOf: string;
}

/** The same of a field that takes URNs. */
function inField(what: string): PageNaming {
	return {
		what,
		instead: 'enter its URN (urn:li:organization:…)',
		oneOf: 'Enter the URN of the right one',
	};
}

/**
 * Pages that were looked up: a thousand items that name one page ask LinkedIn, whose limits count by
 * the day, once.
 */
export class Pages {
	readonly #found = new Map<string, Promise<readonly PublicPage[]>>();

	/**
	 * What LinkedIn says of a page.
	 *
	 * @param client pays for the call, if one is needed
	 * @throws LinkedInError; it is asked again then
	 * @throws Problem where LinkedIn knows no such page, or several; it is not asked again
	 */
	async find(
		client: LinkedInClient,
		page: PageInput,
		where: string | PageNaming,
	): Promise<PublicPage> {
		const naming = typeof where === 'string' ? inField(where) : where;
		const [found, ...others] = await this.#lookUp(client, page);
		if (found === undefined) throw unknown(page, naming);
		if (others.length === 0) return found;
		const urns = [found, ...others].map(({ urn }) => urn).join(', ');
		throw new Problem(`${naming.what}: LinkedIn has several ${called(page, 'pages')}`, {
			description: `${naming.oneOf}: ${urns}.`,
		});
	}

	/**
	 * The URN of an owner or author, looked up where only a page's name is known.
	 *
	 * @throws as {@link find}
	 */
	async urnOf(client: LinkedInClient, owner: PageInput, what: string): Promise<string> {
		return 'urn' in owner ? owner.urn : (await this.find(client, owner, what)).urn;
	}

	/** One question for all who ask at the same time or later; without an answer it is put again. */
	async #lookUp(client: LinkedInClient, page: PageInput): Promise<readonly PublicPage[]> {
		// "All strings are case-insensitive" (organization-lookup-api).
		const key = 'urn' in page ? page.urn : page.vanityName.toLowerCase();
		const asked = this.#found.get(key);
		if (asked !== undefined) return asked;
		const asking =
			'urn' in page ? findPagesById(client, page.urn) : findPagesByName(client, page.vanityName);
		this.#found.set(key, asking);
		return asking.catch((error: unknown) => {
			this.#found.delete(key);
			throw error;
		});
	}
}

function unknown(page: PageInput, { what, instead }: PageNaming): Problem {
	return new Problem(`${what}: LinkedIn has no ${called(page, 'page')}`, {
		description: `Open the page in a browser and copy its URL, or ${instead}.`,
	});
}

function called(page: PageInput, noun: 'page' | 'pages'): string {
	return 'urn' in page
		? `${noun} with the ID ${page.urn.slice(page.urn.lastIndexOf(':') + 1)}`
		: `${noun} named "${shown(page.vanityName)}"`;
}
