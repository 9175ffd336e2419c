import { brokenExpression } from '../api/brokenExpression';
import { either, notation, type Notation } from '../api/notation';
import { idPattern, parseUrn, shown, urnOf, urnPattern } from '../api/urn';
import { Problem } from '../problem';
import { PAGE_ADDRESS, VANITY_NAME, type PageInput } from './pageAddress';

function byId(id = ''): PageInput {
	return { urn: urnOf('organization', id).text };
}

/**
 * A page: its URN, its address, its number, or the name in its address. A showcase page may also be
 * named by LinkedIn's URN of brands, which has the same number.
 */
export const PAGE: Notation<PageInput> = either<PageInput>([
	notation(urnPattern('organization'), byId),
	notation(urnPattern('organizationBrand'), byId),
	PAGE_ADDRESS,
	notation(`(${idPattern('organization')})`, byId),
	notation(VANITY_NAME, (name = '') => ({ vanityName: decodeURIComponent(name) })),
]);

/**
 * Reads a page.
 *
 * @param what the field's name, as the form shows it
 * @throws Problem that shows the value and what is expected
 */
export function parsePage(value: unknown, what: string): PageInput {
	// A number that JavaScript cannot hold exactly would be another page.
	const typed = Number.isSafeInteger(value) ? String(value) : value;
	const text = typeof typed === 'string' ? typed : '';
	const page = PAGE.read(text);
	if (page) return page;
	const isUrn = /^\s*urn(?::|%3A)/i.test(text);
	if (text.trim() === '' || isUrn || brokenExpression(text.trim()) !== undefined) {
		return { urn: parseUrn(typed, ['organization'], what).text };
	}
	throw new Problem(`${what} "${shown(text)}" is not the URL, ID or URN of a page`, {
		description:
			'Enter its URL (https://www.linkedin.com/company/acme), the last part of that (acme), or its URN (urn:li:organization:…). To choose one of your pages by name, set the field to "From list".',
	});
}
